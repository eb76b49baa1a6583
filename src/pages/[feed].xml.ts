import type { APIRoute, GetStaticPaths } from 'astro';
import { loadFeed } from './_feed.ts';

export const getStaticPaths = (async () => {
  const xml = await loadFeed();
  return xml === undefined ? [] : [{ params: { feed: 'feed' }, props: { xml } }];
}) satisfies GetStaticPaths;

/** Serves the feed of changed agents. */
export const GET: APIRoute<{ xml: string }> = ({ props }) =>
  new Response(props.xml, { headers: { 'Content-Type': 'application/atom+xml' } });
