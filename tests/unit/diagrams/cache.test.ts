import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { layoutKey, layouts } from '../../../src/diagrams/cache.ts';
import { MAX_LAYOUT_MILLISECONDS } from '../../../src/diagrams/layout.ts';
import { useOwnCache } from './use-own-cache.ts';
import { request } from './samples.ts';

const folder = useOwnCache();
const laidOut = vi.fn();

vi.mock('../../../src/diagrams/worker-pool.ts', () => ({
  WorkerPool: class {
    add = ({ text }: { text: string }) => ({ attempt: laidOut(text) as Promise<unknown> });
    makeUrgent = vi.fn();
  },
}));

const layout = { shapes: '<path d="M0 0h1" />', width: 1, height: 2 };
const drawn = { svg: expect.stringContaining(layout.shapes) as string, width: 1, height: 2 };

/** Imports the module again, in a process of its own, as the next build does. */
async function nextBuild() {
  vi.stubGlobal('diagramDrawing', undefined);
  return anotherInstance();
}

function anotherInstance() {
  vi.resetModules();
  return import('../../../src/diagrams/draw.ts');
}

beforeEach(() => {
  laidOut.mockReset().mockResolvedValue({ layout, cacheable: true });
});

describe('drawings', () => {
  it('are laid out once if several pages request them at the same time', async () => {
    const { drawDiagram, drawingStats } = await nextBuild();
    const all = await Promise.all(
      [1, 2, 3].map((number) => drawDiagram(request('same', { id: `d${String(number)}` }))),
    );
    for (const drawing of all) expect(drawing).toMatchObject(drawn);
    expect(laidOut).toHaveBeenCalledTimes(1);
    expect(drawingStats()).toEqual({ drawn: 1, cached: 0 });
  });

  it('are laid out once if they are drawn ahead and requested meanwhile', async () => {
    const { drawAhead, drawDiagram } = await nextBuild();
    const ahead = drawAhead(['ahead 1', 'ahead 2', 'ahead 3', 'ahead 1'].map((text) => ({ text })));
    expect(await drawDiagram(request('ahead 3'))).toMatchObject(drawn);
    await ahead;
    expect(await drawDiagram(request('ahead 1'))).toMatchObject(drawn);
    expect(laidOut.mock.calls.flat().toSorted()).toEqual(['ahead 1', 'ahead 2', 'ahead 3']);
  });

  it('are laid out once if the configuration begins them and pages, with their own modules, request them', async () => {
    const { drawAhead } = await nextBuild();
    const { drawDiagram } = await anotherInstance();
    const ahead = drawAhead([{ text: 'begun' }]);
    expect(await drawDiagram(request('begun'))).toMatchObject(drawn);
    await ahead;
    expect(laidOut).toHaveBeenCalledTimes(1);
  });

  it('are read from the cache in the next build', async () => {
    await (await nextBuild()).drawDiagram(request('cached'));
    laidOut.mockReset();
    const { drawDiagram, drawingStats } = await nextBuild();
    expect(await drawDiagram(request('cached'))).toMatchObject(drawn);
    expect(laidOut).not.toHaveBeenCalled();
    expect(drawingStats()).toEqual({ drawn: 0, cached: 1 });
  });

  it('are cached as errors, too', async () => {
    laidOut.mockResolvedValue({ layout: { error: 'no' }, cacheable: true });
    await (await nextBuild()).drawDiagram(request('wrong'));
    laidOut.mockReset();
    expect(await (await nextBuild()).drawDiagram(request('wrong'))).toEqual({ error: 'no' });
  });

  it('are tried again if the worker ended unexpectedly', async () => {
    laidOut.mockResolvedValue({ layout: { error: 'ended' }, cacheable: false });
    await (await nextBuild()).drawDiagram(request('ended'));
    await (await nextBuild()).drawDiagram(request('ended'));
    expect(laidOut).toHaveBeenCalledTimes(2);
  });

  it.each([
    { after: MAX_LAYOUT_MILLISECONDS, tries: 1 },
    { after: MAX_LAYOUT_MILLISECONDS - 1, tries: 2 },
  ])('that exceeded a time limit of $after ms are tried $tries times in two builds', async ({ after, tries }) => {
    const text = `slow for ${String(after)} ms`;
    laidOut.mockResolvedValue({ layout: { error: 'slow', limit: after }, cacheable: true });
    for (let build = 0; build < 2; build++) {
      expect(await (await nextBuild()).drawDiagram(request(text))).toEqual({ error: 'slow' });
    }
    expect(laidOut).toHaveBeenCalledTimes(tries);
  });

  it.each([
    ['cut off', (content: string) => content.slice(0, -5)],
    ['changed', (content: string) => content.replace('<path', '<path onload=1')],
    ['emptied', () => ''],
    ['replaced', () => 'x\n{"shapes": 5}'],
  ])('are laid out again if their file was %s', async (_, damage) => {
    const key = layoutKey({ text: 'damaged' }, '1');
    layouts.write(key, layout);
    const file = join(folder(), `${key}.json`);
    await writeFile(file, damage(await readFile(file, 'utf8')));
    expect(layouts.read(key)).toBeUndefined();
    layouts.write(key, layout);
    expect(layouts.read(key)).toEqual(layout);
  });

  it('leave no partial files', async () => {
    for (const number of [1, 2, 3]) layouts.write(layoutKey({ text: String(number) }, '1'), layout);
    expect((await readdir(folder())).filter((name) => !/^[0-9a-f]{64}\.json$/.test(name))).toEqual([]);
  });

  it('are returned even if they cannot be cached', async () => {
    const before = process.env.PLAYBOOK_DIAGRAM_CACHE;
    process.env.PLAYBOOK_DIAGRAM_CACHE = '/dev/null/nowhere';
    expect(await (await nextBuild()).drawDiagram(request('uncached'))).toMatchObject(drawn);
    process.env.PLAYBOOK_DIAGRAM_CACHE = before;
  });
});

describe('layoutKey', () => {
  it('depends only on the text and on the version of Mermaid', () => {
    expect(
      new Set([layoutKey({ text: 'a' }, '1'), layoutKey({ text: 'b' }, '1'), layoutKey({ text: 'a' }, '2')]).size,
    ).toBe(3);
    expect(layoutKey({ text: 'a' }, '1')).toBe(layoutKey({ text: 'a' }, '1'));
  });
});
