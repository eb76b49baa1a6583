import mermaidPackage from 'mermaid/package.json' with { type: 'json' };
import { artistCount, layOutInWorker } from './worker-pool.ts';
import { keepLayout, keyOf, readLayout } from './cache.ts';
import { dress } from './annotate-svg.ts';
import { LONGEST_TIME, type Layout } from './layout.ts';
import type { DiagramRequest, Drawing } from './request.ts';

export type { DiagramNode, DiagramRequest, Drawing } from './request.ts';
export { standaloneSvg } from './standalone.ts';

const stats = { drawn: 0, cached: 0, milliseconds: 0 };
const underWay = new Map<string, Promise<Layout>>();

/**
 * Mermaid text → an SVG for a page. A text is laid out once and kept on disk; what the page adds to it costs
 * next to nothing. The same request gives the same bytes.
 * @returns the drawing, or why there is none; it never throws because of the text
 */
export async function drawDiagram(request: DiagramRequest): Promise<Drawing> {
  return dress(await layoutOf(request.text), request);
}

/** Lays out texts that will be asked for, one after the other in each thread, so that who asks now need not wait. */
export async function drawAhead(texts: Iterable<string>): Promise<void> {
  const left = new Set(texts).values();
  const drawNext = async () => {
    for (const text of left) await layoutOf(text);
  };
  await Promise.all(Array.from({ length: artistCount }, drawNext));
}

function layoutOf(text: string): Promise<Layout> {
  const key = keyOf(text, mermaidPackage.version);
  const layout = underWay.get(key) ?? find(key, text).finally(() => underWay.delete(key));
  underWay.set(key, layout);
  return layout;
}

async function find(key: string, text: string): Promise<Layout> {
  const kept = await readLayout(key);
  // What was given up is tried again when there is more time for it.
  if (kept && !('limit' in kept && kept.limit < LONGEST_TIME)) {
    stats.cached += 1;
    return kept;
  }
  const { layout, milliseconds, lasting } = await layOutInWorker(text);
  stats.drawn += 1;
  stats.milliseconds += milliseconds;
  if (lasting) await keepLayout(key, layout);
  return layout;
}

/** How many diagrams this process has drawn, how many it had on disk, and how long drawing took. */
export function drawingStats(): { drawn: number; cached: number; milliseconds: number } {
  return { ...stats };
}
