/* The script of the thread that turns cards into pictures, so that pages are built meanwhile. */

import { Resvg, initWasm } from '@resvg/resvg-wasm';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { unpackFont } from '../fonts/woff.ts';

/** A card to draw. */
export interface CardRequest {
  id: number;
  svg: string;
}

/** Its picture. */
export interface CardAnswer {
  id: number;
  png: Uint8Array;
}

const { resolve } = createRequire(import.meta.url);
// The font that the text was measured in. Fonts of the system would make other pictures on each machine.
const fontBuffers = ['400', '700'].map((weight) =>
  unpackFont(readFileSync(resolve(`@fontsource/dejavu-sans/files/dejavu-sans-latin-${weight}-normal.woff`))),
);
const options = { font: { fontBuffers, defaultFontFamily: 'DejaVu Sans' } };
await initWasm(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')));

parentPort?.on('message', ({ id, svg }: CardRequest) => {
  const picture = new Resvg(svg, options);
  const image = picture.render();
  parentPort?.postMessage({ id, png: image.asPng() } satisfies CardAnswer);
  image.free();
  picture.free();
});
