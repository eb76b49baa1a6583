import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { kinds, largeTree } from './samples.ts';

/** Draws in a new thread, one text after another. */
async function drawAll(texts: readonly string[]): Promise<string[]> {
  const worker = new Worker('./src/diagrams/diagram-worker.ts', { execArgv: [] });
  const drawings: string[] = [];
  for (const text of texts) {
    const drawing = once(worker, 'message');
    worker.postMessage({ text });
    drawings.push(JSON.stringify((await drawing)[0]));
  }
  await worker.terminate();
  return drawings;
}

describe('the drawing of a text', { timeout: 120_000 }, () => {
  it('has the same bytes whatever the thread drew before', async () => {
    const texts = [...Object.values(kinds), largeTree().text, 'flowchart TD\n A --> ['];
    const drawings = await drawAll([...texts, ...texts.toReversed()]);
    expect(drawings.slice(texts.length).reverse()).toEqual(drawings.slice(0, texts.length));
  });

  it('has the same bytes in every time zone', async () => {
    const zone = process.env.TZ;
    const plans = [
      ['YYYY-MM-DD', '2026-03-27, 3d'],
      ['YYYY-MM-DD HH:mm', '2026-03-29 02:30, 90m'],
      ['x', '1774751400000, 36h'],
    ].map(
      ([format, task]) => `gantt\n dateFormat ${String(format)}\n axisFormat %a %d %H:%M\n Read :a, ${String(task)}`,
    );
    const drawings = [];
    try {
      // Behind UTC, where the clocks change between these dates; and far ahead of it.
      for (const name of ['America/Nuuk', 'Pacific/Auckland']) {
        process.env.TZ = name;
        drawings.push(await drawAll(plans));
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    const [behind = [], ahead] = drawings;
    for (const drawing of behind) expect(drawing).toMatch(/<text[^>]*>Fri 27|<text[^>]*>Sun 29/);
    expect(ahead).toEqual(behind);
  });
});
