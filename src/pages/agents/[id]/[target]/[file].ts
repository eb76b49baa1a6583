import type { APIRoute, GetStaticPaths } from 'astro';
import { loadPlaybook } from '../../../../content/agents.ts';
import { exportAgent } from '../../../../exports/export-agent.ts';
import { targets } from '../../../../exports/targets.ts';
import type { Agent } from '../../../../playbook/agent.ts';
import type { Dialect } from '../../../../playbook/dialects/dialect.ts';

export const getStaticPaths = (async () => {
  const { agents } = await loadPlaybook();
  return agents.flatMap((agent) =>
    targets.flatMap((target) => {
      const result = exportAgent(agent, target);
      if ('refusal' in result) return [];
      const file = result.path.slice(result.path.lastIndexOf('/') + 1);
      return [{ params: { id: agent.id, target: target.id, file }, props: { agent, target } }];
    }),
  );
}) satisfies GetStaticPaths;

/** Serves an agent as a file for another tool. It is written again, because all files at once would need much memory. */
export const GET: APIRoute<{ agent: Agent; target: Dialect }> = ({ props: { agent, target } }) => {
  const result = exportAgent(agent, target);
  if ('refusal' in result) return new Response(null, { status: 404 });
  return new Response(result.text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
