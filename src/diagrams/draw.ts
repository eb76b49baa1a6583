import mermaidPackage from 'mermaid/package.json' with { type: 'json' };
import { drawInWorker } from './artist.ts';
import { keepDrawing, keyOf, readDrawing } from './cache.ts';
import type { DiagramRequest, Drawing } from './request.ts';

export type { DiagramNode, DiagramRequest, Drawing } from './request.ts';
export { standaloneSvg } from './standalone.ts';

const stats = { drawn: 0, cached: 0, milliseconds: 0 };
const underWay = new Map<string, Promise<Drawing>>();

/**
 * Mermaid text → an SVG for a page, drawn once and kept on disk. The same request gives the same bytes.
 * @returns the drawing, or why there is none; it never throws because of the text
 */
export function drawDiagram(request: DiagramRequest): Promise<Drawing> {
  const key = keyOf(request, mermaidPackage.version);
  const known = underWay.get(key);
  if (known) return known;
  const drawing = find(key, request).finally(() => underWay.delete(key));
  underWay.set(key, drawing);
  return drawing;
}

async function find(key: string, request: DiagramRequest): Promise<Drawing> {
  const kept = await readDrawing(key);
  if (kept) {
    stats.cached += 1;
    return kept;
  }
  const { drawing, milliseconds, lasting } = await drawInWorker(request);
  stats.drawn += 1;
  stats.milliseconds += milliseconds;
  if (lasting) await keepDrawing(key, drawing);
  return drawing;
}

/** How many diagrams this process has drawn, how many it had on disk, and how long drawing took. */
export function drawingStats(): { drawn: number; cached: number; milliseconds: number } {
  return { ...stats };
}
