import type { APIRoute } from 'astro';
import { llmsText } from '../views/twins/llms.ts';
import { loadTwinSource } from './_twin-source.ts';

/** Serves the site's summary for language models. */
export const GET: APIRoute = async () => new Response(`${llmsText(await loadTwinSource())}\n`);
