import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { WorkerPool } from '../../../src/diagrams/worker-pool.ts';
import { flow } from './samples.ts';

const source = { text: flow };
/** A thread for several tests: loading Mermaid takes seconds. */
const one = new WorkerPool({ maxThreads: 1 });

describe('the worker pool', { timeout: 60_000 }, () => {
  it('ends a worker that exceeds the time limit, and lays out the next text in another', async () => {
    const impatient = new WorkerPool({ timeLimit: 1 });
    const slow = [impatient.add(source), impatient.add(source)];
    for (const { attempt } of slow) {
      expect(await attempt).toMatchObject({
        layout: { error: expect.stringMatching(/longer than 0.001 seconds/) as string, limit: 1 },
        cacheable: true,
      });
    }
  });

  it('gets the same layout from every worker', async () => {
    const threads = new WorkerPool({ textsPerThread: 1, maxThreads: availableParallelism() });
    const attempts = await Promise.all(Array.from({ length: 4 }, () => threads.add(source).attempt));
    expect(attempts[0]?.layout).toHaveProperty('shapes');
    for (const { layout } of attempts) expect(layout).toEqual(attempts[0]?.layout);
  });

  it('lays out a text that a page waits for before all others', async () => {
    const order: string[] = [];
    const jobs = ['running', 'other', 'urgent'].map((name) => {
      const job = one.add({ text: `flowchart TD\n ${name}` });
      return { ...job, job, ended: job.attempt.then(() => order.push(name)) };
    });
    const [, , urgent] = jobs;
    if (urgent) one.makeUrgent(urgent.job);
    await Promise.all(jobs.map(({ ended }) => ended));
    expect(order).toEqual(['running', 'urgent', 'other']);
  });

  it('survives a text that makes Mermaid recurse without end', async () => {
    const nested = `flowchart TD\n${' subgraph a\n'.repeat(5_000)}`;
    expect((await one.add({ text: nested }).attempt).layout).toHaveProperty('error');
    expect(await one.add(source).attempt).toMatchObject({
      layout: { shapes: expect.stringMatching(/^<defs>/) as string },
      cacheable: true,
    });
  });
});
