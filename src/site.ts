/**
 * All that a fork changes. The environment variables serve those who publish from elsewhere: a workflow
 * that knows its own address, or a folder of agents outside the repository.
 */
export const site = {
  title: process.env.PLAYBOOK_TITLE ?? 'Rust Agent Playbook',
  /** One sentence: the home page's first, and the description that search engines show. */
  description:
    'Your coding agents, as a site: see which one to call, what it covers, and hand it the work with the words it expects.',
  /** Where the site is published, without the base path. */
  url: process.env.PLAYBOOK_URL ?? 'http://localhost:4321',
  /** The path under which it is published; begins and ends with a slash. */
  base: `/${process.env.PLAYBOOK_BASE ?? ''}/`.replace(/\/{2,}/g, '/'),
  /** The folder of agent files, read recursively; relative to where the command is run. */
  agents: process.env.PLAYBOOK_AGENTS ?? 'content/agents',
  /** The file of topics; relative to where the command is run. */
  topics: process.env.PLAYBOOK_TOPICS ?? 'content/topics.yaml',
  /** The repository's page for reading a file, with a slash at the end; empty if there is none. */
  repository: process.env.PLAYBOOK_REPOSITORY ?? '',
};
