import { parentPort } from 'node:worker_threads';
import { becomeBrowser } from './browser.ts';
import { makeRepeatable } from './repeatable.ts';
import type { DiagramRequest, Drawing } from './request.ts';

/** A thread of its own for Mermaid: what it needs from a browser stays out of the build, and so does its memory. */
becomeBrowser();
// Only now: Mermaid looks for a browser while it is loaded.
const { draw } = await import('./drawing.ts');

parentPort?.on('message', (request: DiagramRequest) => {
  makeRepeatable();
  void draw(request).then((drawing: Drawing) => {
    parentPort?.postMessage(drawing);
  });
});
