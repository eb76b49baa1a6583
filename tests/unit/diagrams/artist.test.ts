import { describe, expect, it } from 'vitest';
import { drawInWorker } from '../../../src/diagrams/artist.ts';
import { flow, request } from './samples.ts';

describe('the thread that draws', { timeout: 60_000 }, () => {
  it('is given up when a diagram takes too long, and another takes over', async () => {
    const [slow, next] = await Promise.all([drawInWorker(request(flow), 1), drawInWorker(request(flow))]);
    expect(slow).toMatchObject({
      drawing: { error: expect.stringMatching(/longer than 0.001 seconds/) as string },
      lasting: false,
    });
    expect(next).toMatchObject({ drawing: { svg: expect.stringMatching(/^<svg/) as string }, lasting: true });
  });

  it('stands a text that makes Mermaid recurse without end', async () => {
    const nested = `flowchart TD\n${' subgraph a\n'.repeat(5_000)}`;
    const { drawing } = await drawInWorker(request(nested));
    expect(drawing).toHaveProperty('error');
    expect((await drawInWorker(request(flow))).drawing).toHaveProperty('svg');
  });
});
