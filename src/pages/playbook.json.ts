import type { APIRoute } from 'astro';
import { loadPlaybook } from '../content/agents.ts';
import { loadTopics } from '../content/load-topics.ts';
import { playbookJson } from '../views/programs/playbook-json.ts';

/** Serves all that the site knows, for programs. */
export const GET: APIRoute = async () => Response.json(playbookJson(await loadPlaybook(), await loadTopics()));
