import type { APIRoute, GetStaticPaths } from 'astro';
import type { Card } from '../../cards/card.ts';
import { drawCard } from '../../cards/draw-card.ts';
import { loadPlaybook } from '../../content/agents.ts';
import { cards } from '../../views/cards/cards.ts';
import { isPublished } from '../../views/shared/public-url.ts';

export const getStaticPaths = (async () => {
  // Pages name their card by an absolute address, which only a published site has.
  const all = isPublished ? [...cards(await loadPlaybook())] : [];
  return all.map(([path, card]) => ({
    params: { id: path.replace(/^\/cards\/|\.png$/g, '') },
    props: { card: card() },
  }));
}) satisfies GetStaticPaths;

/** Serves the picture that other sites show beside a link to a page. */
export const GET: APIRoute<{ card: Card }> = async ({ props }) =>
  new Response(await drawCard(props.card), { headers: { 'Content-Type': 'image/png' } });
