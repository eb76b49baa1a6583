/*
 * Draws Mermaid text as a static SVG. The path of a diagram:
 *
 * 1. draw.ts looks for the layout in the cache (cache.ts), or has it made in a worker (worker-pool.ts, diagram-worker.ts).
 * 2. In the worker, lay-out-diagram.ts lets Mermaid draw into a DOM shim (mermaid.ts, dom-shim.ts; bounding-box.ts,
 *    text-layout.ts and cascade.ts answer Mermaid's questions about sizes). deterministic-globals.ts fixes the date and the
 *    random numbers.
 * 3. read-scene.ts reads Mermaid's SVG as shapes and text, write-svg.ts writes them with the roles of our stylesheet
 *    (paint.ts) instead of colours, and sanitize-svg.ts removes everything that is not allowed.
 * 4. annotate-svg.ts adds what the page knows: title, ids, links, and the agents' colours.
 */

import mermaidPackage from 'mermaid/package.json' with { type: 'json' };
import { annotateSvg } from './annotate-svg.ts';
import { layoutKey, layouts } from './cache.ts';
import { MAX_LAYOUT_MILLISECONDS, type Layout } from './layout.ts';
import type { DiagramRequest, DiagramSource, Drawing } from './request.ts';
import { layOutInWorker, poolSize } from './worker-pool.ts';

const stats = { drawn: 0, cached: 0 };
const pending = new Map<string, Promise<Layout>>();

/**
 * Draws a Mermaid text as an SVG for a page. A text is laid out once and cached on disk; adding the page's own data is
 * cheap. The same request always returns the same bytes.
 * @returns the drawing, or an error message; never throws because of the text
 */
export async function drawDiagram(request: DiagramRequest): Promise<Drawing> {
  return annotateSvg(await layoutOf(request), request);
}

/** Lays out texts that pages will request later. Each worker has at most one of them, so that a page need not wait long. */
export async function drawAhead(sources: Iterable<DiagramSource>): Promise<void> {
  const remaining = new Set(sources).values();
  const drawRemaining = async () => {
    for (const source of remaining) await layoutOf(source);
  };
  await Promise.all(Array.from({ length: poolSize }, drawRemaining));
}

function layoutOf({ text, arrangement }: DiagramSource): Promise<Layout> {
  const source = { text, ...(arrangement && { arrangement }) };
  const key = layoutKey(source, mermaidPackage.version);
  const layout = pending.get(key) ?? readOrLayOut(key, source).finally(() => pending.delete(key));
  pending.set(key, layout);
  return layout;
}

async function readOrLayOut(key: string, source: DiagramSource): Promise<Layout> {
  const cached = layouts.read(key);
  // A layout that ran into a shorter time limit is tried again.
  if (cached && !('limit' in cached && cached.limit < MAX_LAYOUT_MILLISECONDS)) {
    stats.cached += 1;
    return cached;
  }
  const { layout, cacheable } = await layOutInWorker(source);
  stats.drawn += 1;
  if (cacheable) layouts.write(key, layout);
  return layout;
}

/** Returns how many diagrams this process has drawn, and how many it read from the cache. */
export function drawingStats(): { drawn: number; cached: number } {
  return { ...stats };
}
