import type { APIRoute, GetStaticPaths } from 'astro';
import { twins, type Twin } from '../views/twins/twins.ts';
import { loadTwinSource } from './_twin-source.ts';

export const getStaticPaths = (async () =>
  twins(await loadTwinSource()).map((twin) => ({
    params: { twin: `${twin.page.slice(1)}index` },
    props: { twin },
  }))) satisfies GetStaticPaths;

/** Serves a page in markdown, for language models and for copying. */
export const GET: APIRoute<{ twin: Twin }> = async ({ props }) =>
  new Response(`${await props.twin.markdown()}\n`, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
