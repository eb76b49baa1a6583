import type { APIRoute, GetStaticPaths } from 'astro';
import { markdownPages, type MarkdownPage } from '../views/markdown-pages/markdown-pages.ts';
import { loadMarkdownSource } from './_markdown-source.ts';

export const getStaticPaths = (async () =>
  markdownPages(await loadMarkdownSource()).map((page) => ({
    params: { markdown: `${page.page.slice(1)}index` },
    props: { page },
  }))) satisfies GetStaticPaths;

/** Serves a page in markdown, for language models and for copying. */
export const GET: APIRoute<{ page: MarkdownPage }> = async ({ props }) =>
  new Response(`${await props.page.markdown()}\n`, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
