import { resolveSite, type Site } from './settings/resolve-site.ts';

/**
 * The resolved configuration of the site. The command (`bin/playbook.mjs`) resolves it once, and passes it on in a
 * variable, because Astro loads this module several times: for its configuration, for the collections and for the pages.
 * Without the command, as in "astro check" and in unit tests, the agents are those of this repository.
 */
export const site: Site =
  process.env.PLAYBOOK_SITE === undefined
    ? resolveSite({ env: { PLAYBOOK_AGENTS: 'content/agents', ...process.env }, folder: process.cwd() })
    : (JSON.parse(process.env.PLAYBOOK_SITE) as Site);
