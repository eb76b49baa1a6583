import type { APIRoute, GetStaticPaths } from 'astro';
import { agentBytes } from '../../content/agent-bytes.ts';
import { loadPlaybook } from '../../content/agents.ts';
import { sitePlugins, type ArchivedPlugin } from '../../views/install/plugins.ts';

export const getStaticPaths = (async () => {
  const { plugins } = await sitePlugins(await loadPlaybook(), agentBytes);
  return plugins.map((plugin) => ({ params: { name: plugin.name }, props: { plugin } }));
}) satisfies GetStaticPaths;

/** Serves the archive of a plugin. */
export const GET: APIRoute<{ plugin: ArchivedPlugin }> = ({ props }) =>
  new Response(props.plugin.bytes, { headers: { 'Content-Type': 'application/zip' } });
