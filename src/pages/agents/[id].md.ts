import type { APIRoute, GetStaticPaths } from 'astro';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadPlaybook } from '../../content/agents.ts';
import type { Agent } from '../../playbook/agent.ts';
import { site } from '../../site.ts';

export const getStaticPaths = (async () => {
  const { agents } = await loadPlaybook();
  return agents
    .filter(({ source }) => source.isReadable)
    .map((agent) => ({ params: { id: agent.id }, props: { agent } }));
}) satisfies GetStaticPaths;

/** Serves the agent's file byte for byte. It is never rebuilt from the parsed agent. */
export const GET: APIRoute<{ agent: Agent }> = async ({ props }) => {
  const bytes = await readFile(join(site.agents, props.agent.source.path));
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
};
