import type { APIRoute, GetStaticPaths } from 'astro';
import { agentBytes } from '../../content/agent-bytes.ts';
import { loadPlaybook } from '../../content/agents.ts';
import { marketplace } from '../../exports/archives/marketplace.ts';
import { sitePlugins } from '../../views/install/plugins.ts';

/** At the root for readers who add the site's address, and where Claude Code looks in a folder or a repository. */
export const getStaticPaths = (() => [
  { params: { folder: undefined } },
  { params: { folder: '.claude-plugin' } },
]) satisfies GetStaticPaths;

/** Serves the list of plugins that Claude Code can install from the site. */
export const GET: APIRoute = async () => {
  const { plugins, publisher } = await sitePlugins(await loadPlaybook(), agentBytes);
  return new Response(marketplace(plugins, publisher), { headers: { 'Content-Type': 'application/json' } });
};
