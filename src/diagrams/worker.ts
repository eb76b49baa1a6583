import { parentPort } from 'node:worker_threads';
import { becomeBrowser } from './dom-shim.ts';
import './patch-mermaid.ts';
import { makeRepeatable } from './deterministic-globals.ts';

/** A thread of its own for Mermaid: what it needs from a browser stays out of the build, and so does its memory. */
becomeBrowser();
// Only now: Mermaid looks for a browser while it is loaded.
const { layOutDiagram } = await import('./drawing.ts');

parentPort?.on('message', (text: string) => {
  makeRepeatable();
  void layOutDiagram(text).then((layout) => {
    parentPort?.postMessage(layout);
  });
});
