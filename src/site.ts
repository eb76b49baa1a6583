import { resolveSite, type Site } from './settings/resolve-site.ts';

/**
 * The resolved configuration of the site. The command (`bin/playbook.mjs`) resolves it once, and passes it on in a
 * variable, because Astro loads this module several times: for its configuration, for the collections and for the pages.
 */
export const site: Site =
  process.env.PLAYBOOK_SITE === undefined
    ? resolveSite({ env: process.env, folder: process.cwd() })
    : (JSON.parse(process.env.PLAYBOOK_SITE) as Site);
