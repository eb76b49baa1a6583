import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { kinds, largeTree } from './samples.ts';

/** Draws in a thread of its own, one after the other. */
async function drawAll(texts: readonly string[]): Promise<Map<string, string>> {
  const worker = new Worker('./src/diagrams/worker.ts', { execArgv: [] });
  const drawings = new Map<string, string>();
  for (const text of texts) {
    const drawing = once(worker, 'message');
    worker.postMessage(text);
    drawings.set(text, JSON.stringify((await drawing)[0]));
  }
  await worker.terminate();
  return drawings;
}

describe('a drawing', { timeout: 120_000 }, () => {
  it('has the same bytes whatever was drawn before it', async () => {
    const texts = [...Object.values(kinds), largeTree().text, 'flowchart TD\n A --> ['];
    const [forward, backward] = await Promise.all([drawAll(texts), drawAll([...texts].reverse().concat(texts))]);
    for (const text of texts) expect(backward.get(text)).toBe(forward.get(text));
  });
});
