import type { APIRoute, GetStaticPaths } from 'astro';
import { agentBytes } from '../../content/agent-bytes.ts';
import { loadPlaybook } from '../../content/agents.ts';
import type { Agent } from '../../playbook/agent.ts';
import { decodeText } from '../../playbook/source/encoding.ts';
import { exportList } from '../../views/exports/to-export-list.ts';

export const getStaticPaths = (async () => {
  const { agents } = await loadPlaybook();
  return agents.map((agent) => ({ params: { id: agent.id }, props: { agent } }));
}) satisfies GetStaticPaths;

/** Serves the list of an agent's files for all tools, from which the catalogue makes an archive in the browser. */
export const GET: APIRoute<{ agent: Agent }> = async ({ props: { agent } }) =>
  Response.json(exportList(agent, agent.source.isReadable ? decodeText(await agentBytes(agent)).text : ''));
