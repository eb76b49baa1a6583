import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { cardSvg } from './card-svg.ts';
import type { Card } from './card.ts';
import type { CardAnswer, CardRequest } from './card-worker.ts';

/** Increase when the same SVG gives another picture, so that cached ones are not used. */
const PICTURE_VERSION = 1;

/** Pictures are cached from build to build. Reads the variable on each call, because tests change it. */
const folder = () => process.env.PLAYBOOK_CARD_CACHE ?? join(process.cwd(), '.cache', 'cards');

/** Node runs the file as it is. The build's bundles do not include it, because they would change its location. */
const script = join(process.cwd(), 'src/cards/card-worker.ts');

/** Draws a card as a PNG, or reads it from the cache. The same card is always the same bytes. */
export async function drawCard(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const svg = cardSvg(card);
  const key = hash(`${String(PICTURE_VERSION)}\n${svg}`).toString('hex');
  const file = join(folder(), `${key}.png`);
  return (await readCached(file)) ?? writeCached(file, await draw(svg));
}

function hash(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}

const DIGEST_LENGTH = 32;

/** Reads a cached picture, which follows its digest; `undefined` if there is none or if it is damaged. */
async function readCached(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const content = await readFile(file).catch(() => Buffer.alloc(0));
  const png = new Uint8Array(content.subarray(DIGEST_LENGTH));
  return png.length > 0 && hash(png).equals(content.subarray(0, DIGEST_LENGTH)) ? png : undefined;
}

/** Caches a picture. If that fails, the next build draws it again. */
async function writeCached(file: string, png: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const temporary = `${file}.${String(process.pid)}`;
  try {
    await mkdir(folder(), { recursive: true });
    await writeFile(temporary, Buffer.concat([hash(png), png]));
    await rename(temporary, file);
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
  return png;
}

interface Waiting {
  resolve: (png: Uint8Array<ArrayBuffer>) => void;
  reject: (error: unknown) => void;
}

const waiting = new Map<number, Waiting>();
let thread: Worker | undefined;
let lastId = 0;

/** Draws in a thread of its own, which starts with the first picture and never delays the end of the process. */
function draw(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const worker = (thread ??= startThread());
  lastId += 1;
  const request: CardRequest = { id: lastId, svg };
  return new Promise((resolve, reject) => {
    waiting.set(request.id, { resolve, reject });
    worker.ref();
    worker.postMessage(request);
  });
}

function startThread(): Worker {
  const worker = new Worker(script, { execArgv: [] });
  const fail = (error: unknown) => {
    thread = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', ({ id, png }: CardAnswer) => {
    waiting.get(id)?.resolve(new Uint8Array(png));
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
  });
  worker.on('error', fail);
  worker.on('exit', () => {
    fail(new Error('The thread that draws cards ended unexpectedly'));
  });
  return worker;
}
