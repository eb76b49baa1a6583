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
import { type LayoutJob, WorkerPool } from './worker-pool.ts';

declare global {
  /**
   * The drawing of this process. Astro's configuration, which begins to draw, and the pages have their own instances of
   * our modules: with a variable of a module, the pages would draw everything again.
   */
  var diagramDrawing: DiagramDrawing | undefined;
}

interface DiagramDrawing {
  readonly pool: WorkerPool;
  /** Layouts that are being made, by their keys. */
  readonly pending: Map<string, { job: LayoutJob; layout: Promise<Layout> }>;
  readonly stats: { drawn: number; cached: number };
}

const drawing: DiagramDrawing = (globalThis.diagramDrawing ??= {
  pool: new WorkerPool(),
  pending: new Map(),
  stats: { drawn: 0, cached: 0 },
});

/**
 * Draws a Mermaid text as an SVG for a page. A text is laid out once and cached on disk; adding the page's own data is
 * cheap. The same request always returns the same bytes.
 * @returns the drawing, or an error message; never throws because of the text
 */
export async function drawDiagram(request: DiagramRequest): Promise<Drawing> {
  return annotateSvg(await layoutOf(request), request);
}

/** Lays out texts that pages will request later. */
export async function drawAhead(sources: Iterable<DiagramSource>): Promise<void> {
  const missing = new Map<string, DiagramSource>();
  for (const source of sources) {
    const key = keyOf(source);
    if (!layouts.has(key)) missing.set(key, source);
  }
  await Promise.all([...missing].map(([key, source]) => layOut(key, source).layout));
}

function keyOf(source: DiagramSource): string {
  return layoutKey(source, mermaidPackage.version);
}

async function layoutOf(source: DiagramSource): Promise<Layout> {
  const key = keyOf(source);
  const cached = layouts.read(key);
  // A layout that ran into a shorter time limit is tried again.
  if (cached && !('limit' in cached && cached.limit < MAX_LAYOUT_MILLISECONDS)) {
    drawing.stats.cached += 1;
    return cached;
  }
  const { job, layout } = layOut(key, source);
  drawing.pool.makeUrgent(job);
  return layout;
}

/** Begins to lay out a text, unless that has begun already. */
function layOut(key: string, { text, arrangement }: DiagramSource): { job: LayoutJob; layout: Promise<Layout> } {
  const { pool, pending, stats } = drawing;
  const begun = pending.get(key);
  if (begun) return begun;
  const job = pool.add({ text, ...(arrangement && { arrangement }) });
  const layout = job.attempt.then((attempt) => {
    stats.drawn += 1;
    if (attempt.cacheable) layouts.write(key, attempt.layout);
    pending.delete(key);
    return attempt.layout;
  });
  const added = { job, layout };
  pending.set(key, added);
  return added;
}

/** Returns how many diagrams this process has drawn, and how many it read from the cache. */
export function drawingStats(): { drawn: number; cached: number } {
  return { ...drawing.stats };
}
