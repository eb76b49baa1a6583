import { describe, expect, it } from 'vitest';
import { layOutInWorker } from '../../../src/diagrams/worker-pool.ts';
import { flow } from './samples.ts';

describe('the thread that draws', { timeout: 60_000 }, () => {
  it('is given up when a diagram takes too long, and another takes over', async () => {
    const slow = await layOutInWorker(flow, 1);
    const next = await layOutInWorker(flow);
    expect(slow).toMatchObject({
      layout: { error: expect.stringMatching(/longer than 0.001 seconds/) as string, limit: 1 },
      lasting: true,
    });
    expect(next).toMatchObject({ layout: { shapes: expect.stringMatching(/^<defs>/) as string }, lasting: true });
  });

  it('shares its work with others, and each gives the same', async () => {
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => layOutInWorker(flow)));
    expect(outcomes[0]?.layout).toHaveProperty('shapes');
    for (const { layout } of outcomes) expect(layout).toEqual(outcomes[0]?.layout);
  });

  it('stands a text that makes Mermaid recurse without end', async () => {
    const nested = `flowchart TD\n${' subgraph a\n'.repeat(5_000)}`;
    const { layout } = await layOutInWorker(nested);
    expect(layout).toHaveProperty('error');
    expect((await layOutInWorker(flow)).layout).toHaveProperty('shapes');
  });
});
