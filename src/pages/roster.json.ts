import type { APIRoute } from 'astro';
import { loadPlaybook } from '../content/agents.ts';

/** The names of everybody on the roster, in its order: small enough to be fetched while somebody chooses. */
export const GET: APIRoute = async () => {
  const { roster } = await loadPlaybook();
  return Response.json([...new Set(roster.map(({ name }) => name))]);
};
