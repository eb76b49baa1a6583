import type { APIRoute, GetStaticPaths } from 'astro';
import { loadPlaybook } from '../../content/agents.ts';
import { loadTopics } from '../../content/load-topics.ts';
import type { Agent } from '../../playbook/agent.ts';
import { comparedAgent } from '../../views/compare/to-compared-agent.ts';

export const getStaticPaths = (async () => {
  const { agents } = await loadPlaybook();
  return agents.map((agent) => ({ params: { id: agent.id }, props: { agent } }));
}) satisfies GetStaticPaths;

/** What the comparison in the browser shows of an agent. */
export const GET: APIRoute<{ agent: Agent }> = async ({ props }) =>
  Response.json(comparedAgent(props.agent, await loadPlaybook(), await loadTopics()));
