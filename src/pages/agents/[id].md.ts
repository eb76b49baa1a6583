import type { APIRoute, GetStaticPaths } from 'astro';
import { agentBytes } from '../../content/agent-bytes.ts';
import { loadPlaybook } from '../../content/agents.ts';
import type { Agent } from '../../playbook/agent.ts';

export const getStaticPaths = (async () => {
  const { agents } = await loadPlaybook();
  return agents
    .filter(({ source }) => source.isReadable)
    .map((agent) => ({ params: { id: agent.id }, props: { agent } }));
}) satisfies GetStaticPaths;

/** Serves the agent's file byte for byte. It is never rebuilt from the parsed agent. */
export const GET: APIRoute<{ agent: Agent }> = async ({ props }) =>
  new Response(await agentBytes(props.agent), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
