/* Caches layouts on disk, so that a build draws only new diagrams. */

import { join } from 'node:path';
import { cacheKey, DiskCache } from '../cache/disk-cache.ts';
import type { Layout } from './layout.ts';
import type { DiagramSource } from './request.ts';

/** Increase when the same text gives another layout or error, so that cached ones are not used. */
const DRAWING_VERSION = 5;

/** Layouts are cached from build to build. */
export const layouts = new DiskCache<Layout>(
  () => process.env.PLAYBOOK_DIAGRAM_CACHE ?? join(process.cwd(), '.cache', 'diagrams'),
  isLayout,
);

/**
 * Returns the cache key of a layout: a hash of the text, the arrangement and Mermaid's version. After any other change
 * that alters drawings, such as one of this code or of jsdom, `DRAWING_VERSION` must be raised.
 */
export function layoutKey({ text, arrangement }: DiagramSource, mermaidVersion: string): string {
  return cacheKey(DRAWING_VERSION, mermaidVersion, text, arrangement);
}

function isLayout(value: unknown): value is Layout {
  if (typeof value !== 'object' || value === null) return false;
  if ('limit' in value && typeof value.limit !== 'number') return false;
  if ('error' in value) {
    return typeof value.error === 'string' && (!('isUnsupported' in value) || value.isUnsupported === true);
  }
  return (
    'shapes' in value &&
    typeof value.shapes === 'string' &&
    'width' in value &&
    typeof value.width === 'number' &&
    'height' in value &&
    typeof value.height === 'number'
  );
}
