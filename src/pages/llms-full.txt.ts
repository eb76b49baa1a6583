import type { APIRoute } from 'astro';
import { llmsFullText } from '../views/twins/llms.ts';
import { loadTwinSource } from './_twin-source.ts';

/** Serves all agents in one file, for language models. */
export const GET: APIRoute = async () => new Response(`${llmsFullText(await loadTwinSource())}\n`);
