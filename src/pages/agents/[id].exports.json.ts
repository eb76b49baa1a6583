import type { APIRoute, GetStaticPaths } from 'astro';
import { agentBytes } from '../../content/agent-bytes.ts';
import { loadPlaybook } from '../../content/agents.ts';
import { packExports } from '../../exports/archives/packed-exports.ts';
import { exportAgent } from '../../exports/export-agent.ts';
import { targets } from '../../exports/targets.ts';
import type { Agent } from '../../playbook/agent.ts';
import { decodeText } from '../../playbook/source/encoding.ts';

export const getStaticPaths = (async () => {
  const { agents } = await loadPlaybook();
  return agents.map((agent) => ({ params: { id: agent.id }, props: { agent } }));
}) satisfies GetStaticPaths;

/** Serves an agent's files for all tools, from which the catalogue makes an archive in the browser. */
export const GET: APIRoute<{ agent: Agent }> = async ({ props: { agent } }) => {
  const source = agent.source.isReadable ? decodeText(await agentBytes(agent)).text : '';
  const exports = targets.map((target) => [target.id, exportAgent(agent, target)] as const);
  return Response.json(packExports({ name: agent.name, prompt: agent.body.trim(), source }, exports));
};
