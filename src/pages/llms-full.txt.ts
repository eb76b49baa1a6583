import type { APIRoute } from 'astro';
import { llmsFullText } from '../views/markdown-pages/llms.ts';
import { loadMarkdownSource } from './_markdown-source.ts';

/** Serves all agents in one file, for language models. */
export const GET: APIRoute = async () => new Response(`${llmsFullText(await loadMarkdownSource())}\n`);
