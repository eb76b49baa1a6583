import mermaidPackage from 'mermaid/package.json' with { type: 'json' };
import { describe, expect, it, vi } from 'vitest';
import { layoutKey, layouts } from '../../../src/diagrams/cache.ts';
import { drawAhead, drawDiagram } from '../../../src/diagrams/draw.ts';
import { request } from './samples.ts';
import { useOwnCache } from './use-own-cache.ts';

useOwnCache();

const started = vi.hoisted(() => vi.fn());
vi.mock('node:worker_threads', () => ({
  Worker: function Worker() {
    started('a worker thread');
    throw new Error('A worker thread was started');
  },
}));
vi.mock('mermaid', () => started('Mermaid') as object);
vi.mock('jsdom', () => started('jsdom') as object);

describe('a build', () => {
  it('starts no worker, no Mermaid and no jsdom if every layout is cached', async () => {
    const source = { text: 'flowchart TD\n A --> B' };
    layouts.write(layoutKey(source, mermaidPackage.version), { shapes: '<g/>', width: 1, height: 1 });
    await drawAhead([source]);
    expect(await drawDiagram(request(source.text))).toMatchObject({ width: 1, height: 1 });
    expect(started).not.toHaveBeenCalled();
  });

  it('starts a worker for a layout that is not cached', async () => {
    await expect(drawDiagram(request('flowchart TD\n C --> D'))).rejects.toThrow('A worker thread was started');
    expect(started.mock.calls).toEqual([['a worker thread']]);
  });
});
