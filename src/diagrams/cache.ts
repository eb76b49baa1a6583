import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Layout } from './layout.ts';

/** To be counted up when the same text is to give another picture, so that old ones are not used again. */
const DRAWING_VERSION = 2;

/** Layouts are kept from build to build; tests keep theirs apart. Read anew each time, because tests change it. */
const folder = () => process.env.PLAYBOOK_DIAGRAM_CACHE ?? join(process.cwd(), '.cache', 'diagrams');

/** The name under which a layout is kept: all that it depends on. What a page adds to it is not part of it. */
export function keyOf(text: string, mermaidVersion: string): string {
  const all = JSON.stringify([DRAWING_VERSION, mermaidVersion, text]);
  return createHash('sha256').update(all).digest('hex');
}

/** A kept layout; nothing if there is none, or only a damaged one. */
export async function readLayout(key: string): Promise<Layout | undefined> {
  try {
    const file = await readFile(placeOf(key), 'utf8');
    const end = file.indexOf('\n');
    const content = file.slice(end + 1);
    // Written whole or not at all, but disks fill up and people edit.
    if (end < 0 || file.slice(0, end) !== sumOf(content)) return;
    const layout: unknown = JSON.parse(content);
    return isLayout(layout) ? layout : undefined;
  } catch {
    return;
  }
}

/** Keeps a layout. That it could not be kept costs only time, in the next build. */
export async function keepLayout(key: string, layout: Layout): Promise<void> {
  const place = placeOf(key);
  const draft = `${place}.${String(process.pid)}`;
  const content = JSON.stringify(layout);
  try {
    await mkdir(folder(), { recursive: true });
    await writeFile(draft, `${sumOf(content)}\n${content}`);
    await rename(draft, place);
  } catch {
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

function placeOf(key: string): string {
  return join(folder(), `${key}.json`);
}

function sumOf(content: string): string {
  return createHash('sha256').update(content).digest('base64url');
}

function isLayout(value: unknown): value is Layout {
  if (typeof value !== 'object' || value === null) return false;
  if ('limit' in value && typeof value.limit !== 'number') return false;
  if ('error' in value) return typeof value.error === 'string';
  return (
    'shapes' in value &&
    typeof value.shapes === 'string' &&
    'width' in value &&
    typeof value.width === 'number' &&
    'height' in value &&
    typeof value.height === 'number'
  );
}
