import type { APIRoute } from 'astro';
import { llmsText } from '../views/markdown-pages/llms.ts';
import { loadMarkdownSource } from './_markdown-source.ts';

/** Serves the site's summary for language models. */
export const GET: APIRoute = async () => new Response(`${llmsText(await loadMarkdownSource())}\n`);
