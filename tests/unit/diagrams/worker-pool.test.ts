import { describe, expect, it } from 'vitest';
import { layOutInWorker } from '../../../src/diagrams/worker-pool.ts';
import { flow } from './samples.ts';

describe('the worker pool', { timeout: 60_000 }, () => {
  it('ends a worker that exceeds the time limit, and starts another', async () => {
    const slow = await layOutInWorker({ text: flow }, 1);
    const next = await layOutInWorker({ text: flow });
    expect(slow).toMatchObject({
      layout: { error: expect.stringMatching(/longer than 0.001 seconds/) as string, limit: 1 },
      cacheable: true,
    });
    expect(next).toMatchObject({ layout: { shapes: expect.stringMatching(/^<defs>/) as string }, cacheable: true });
  });

  it('gets the same layout from every worker', async () => {
    const attempts = await Promise.all(Array.from({ length: 6 }, () => layOutInWorker({ text: flow })));
    expect(attempts[0]?.layout).toHaveProperty('shapes');
    for (const { layout } of attempts) expect(layout).toEqual(attempts[0]?.layout);
  });

  it('survives a text that makes Mermaid recurse without end', async () => {
    const nested = `flowchart TD\n${' subgraph a\n'.repeat(5_000)}`;
    const { layout } = await layOutInWorker({ text: nested });
    expect(layout).toHaveProperty('error');
    expect((await layOutInWorker({ text: flow })).layout).toHaveProperty('shapes');
  });
});
