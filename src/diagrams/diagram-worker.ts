/* The script of a worker thread. The DOM shim changes globals, so it must not run in the build's own thread. */

import { parentPort } from 'node:worker_threads';
import './patch-mermaid.ts';
import { installDomShim } from './dom-shim.ts';
import type { DiagramSource } from './request.ts';
import { makeGlobalsDeterministic } from './deterministic-globals.ts';

installDomShim();
// Imported only now, because Mermaid looks for a DOM while it loads.
const { layOutDiagram } = await import('./lay-out-diagram.ts');

parentPort?.on('message', (source: DiagramSource) => {
  makeGlobalsDeterministic();
  void layOutDiagram(source).then((layout) => {
    parentPort?.postMessage(layout);
  });
});
