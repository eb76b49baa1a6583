import type { APIRoute } from 'astro';
import { playbookSchema } from '../../views/programs/playbook-schema.ts';

/** Serves the JSON Schema of `playbook.json`. */
export const GET: APIRoute = () => Response.json(playbookSchema());
