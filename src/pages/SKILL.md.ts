import type { APIRoute } from 'astro';
import { loadPlaybook } from '../content/agents.ts';
import { skillText } from '../views/programs/skill.ts';

/** Serves a skill that teaches an agent to ask this playbook. */
export const GET: APIRoute = async () => new Response(`${skillText(await loadPlaybook())}\n`);
