import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DiagramRequest, Drawing } from './request.ts';

/** To be counted up when the same request is to give another picture, so that old ones are not used again. */
const DRAWING_VERSION = 1;

/** Drawings are kept from build to build; tests keep theirs apart. Read anew each time, because tests change it. */
const folder = () => process.env.PLAYBOOK_DIAGRAM_CACHE ?? join(process.cwd(), '.cache', 'diagrams');

/** The name under which a drawing is kept: all that it depends on. */
export function keyOf({ text, id, title, description, nodes = [] }: DiagramRequest, mermaidVersion: string): string {
  const parts = nodes.map(({ id, href, accent, label }) => [id, href ?? null, accent ?? null, label ?? null]);
  const all = JSON.stringify([DRAWING_VERSION, mermaidVersion, text, id, title, description, parts]);
  return createHash('sha256').update(all).digest('hex');
}

/** A kept drawing; nothing if there is none, or only a damaged one. */
export async function readDrawing(key: string): Promise<Drawing | undefined> {
  try {
    const file = await readFile(placeOf(key), 'utf8');
    const end = file.indexOf('\n');
    const content = file.slice(end + 1);
    // Written whole or not at all, but disks fill up and people edit.
    if (end < 0 || file.slice(0, end) !== sumOf(content)) return;
    const drawing: unknown = JSON.parse(content);
    return isDrawing(drawing) ? drawing : undefined;
  } catch {
    return;
  }
}

/** Keeps a drawing. That it could not be kept costs only time, in the next build. */
export async function keepDrawing(key: string, drawing: Drawing): Promise<void> {
  const place = placeOf(key);
  const draft = `${place}.${String(process.pid)}`;
  const content = JSON.stringify(drawing);
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

function isDrawing(value: unknown): value is Drawing {
  if (typeof value !== 'object' || value === null) return false;
  if ('error' in value) return typeof value.error === 'string';
  return (
    'svg' in value &&
    typeof value.svg === 'string' &&
    'width' in value &&
    typeof value.width === 'number' &&
    'height' in value &&
    typeof value.height === 'number'
  );
}
