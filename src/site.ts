/**
 * Everything that a fork changes. The environment variables override it from outside the repository: for a workflow
 * that knows the URL of the site, or for a folder of agents that is elsewhere.
 */
export const site = {
  title: process.env.PLAYBOOK_TITLE ?? 'Rust Agent Playbook',
  /** The first sentence of the home page, which search engines show as well. */
  description:
    'Your coding agents, as a site: see which one to call, what it covers, and hand it the work with the words it expects.',
  /** The URL of the site, without the base path. */
  url: process.env.PLAYBOOK_URL ?? 'http://localhost:4321',
  /** The base path of the site; starts and ends with a slash. */
  base: `/${process.env.PLAYBOOK_BASE ?? ''}/`.replace(/\/{2,}/g, '/'),
  /** The folder of agent files, with subfolders; relative to the working directory of the command. */
  agents: process.env.PLAYBOOK_AGENTS ?? 'content/agents',
  /** Tokens that the descriptions of all agents together may need; 0 if they are not limited. */
  budget: Math.max(0, Number(process.env.PLAYBOOK_BUDGET ?? 0) || 0),
  /**
   * The topics files, relative to the working directory of the command. Of several, the first is used whose field at least
   * half of the agents are about.
   */
  topics: process.env.PLAYBOOK_TOPICS
    ? [process.env.PLAYBOOK_TOPICS]
    : ['content/topics.yaml', 'content/topics-software.yaml'],
  /** The start of URLs at which readers can see a file in the repository, with a slash; empty if there is none. */
  repository: process.env.PLAYBOOK_REPOSITORY ?? '',
};
