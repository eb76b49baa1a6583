import type { APIRoute } from 'astro';
import { loadPlaybook } from '../content/agents.ts';

/** Serves the names on the roster, in its order, for choosing an agent. Small enough to fetch on demand. */
export const GET: APIRoute = async () => {
  const { roster } = await loadPlaybook();
  return Response.json([...new Set(roster.map(({ name }) => name))]);
};
