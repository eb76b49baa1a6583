/* Caches layouts on disk, each with a checksum, so that a build draws only new diagrams. */

import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Layout } from './layout.ts';
import type { DiagramSource } from './request.ts';

/** Increase when the same text gives another layout or error, so that cached ones are not used. */
const DRAWING_VERSION = 5;

/** Layouts are cached from build to build. Reads the variable on each call, because tests change it. */
const folder = () => process.env.PLAYBOOK_DIAGRAM_CACHE ?? join(process.cwd(), '.cache', 'diagrams');

/** Returns the cache key of a layout: a hash of everything it depends on, so nothing that a page adds to it. */
export function layoutKey({ text, arrangement }: DiagramSource, mermaidVersion: string): string {
  const dependencies = JSON.stringify([DRAWING_VERSION, mermaidVersion, text, arrangement]);
  return createHash('sha256').update(dependencies).digest('hex');
}

/** Reads a cached layout; `undefined` if there is none or if it is damaged. */
export async function readLayout(key: string): Promise<Layout | undefined> {
  try {
    const text = await readFile(fileOf(key), 'utf8');
    const end = text.indexOf('\n');
    const content = text.slice(end + 1);
    // Files are written atomically, but disks fill up and people edit files.
    if (end < 0 || text.slice(0, end) !== checksum(content)) return;
    const layout: unknown = JSON.parse(content);
    return isLayout(layout) ? layout : undefined;
  } catch {
    return;
  }
}

/** Caches a layout. If that fails, the next build draws the diagram again. */
export async function writeLayout(key: string, layout: Layout): Promise<void> {
  const file = fileOf(key);
  const temporary = `${file}.${String(process.pid)}`;
  const content = JSON.stringify(layout);
  try {
    await mkdir(folder(), { recursive: true });
    await writeFile(temporary, `${checksum(content)}\n${content}`);
    await rename(temporary, file);
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

function fileOf(key: string): string {
  return join(folder(), `${key}.json`);
}

function checksum(content: string): string {
  return createHash('sha256').update(content).digest('base64url');
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
