import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keepLayout, keyOf, readLayout } from '../../../src/diagrams/cache.ts';
import { LONGEST_TIME } from '../../../src/diagrams/layout.ts';
import { ownFolder } from './folder.ts';
import { request } from './samples.ts';

const folder = ownFolder();
const laidOut = vi.fn();

vi.mock('../../../src/diagrams/worker-pool.ts', () => ({
  artistCount: 2,
  layOutInWorker: (text: string): unknown => laidOut(text),
}));

const layout = { shapes: '<path d="M0 0h1" />', width: 1, height: 2 };
const drawn = { svg: expect.stringContaining(layout.shapes) as string, width: 1, height: 2 };

/** The module as the next build sees it. */
async function nextBuild() {
  vi.resetModules();
  return import('../../../src/diagrams/draw.ts');
}

beforeEach(() => {
  laidOut.mockReset().mockResolvedValue({ layout, milliseconds: 5, lasting: true });
});

describe('drawings', () => {
  it('are drawn once, however often they are asked for at the same time', async () => {
    const { drawDiagram, drawingStats } = await nextBuild();
    const all = await Promise.all(
      [1, 2, 3].map((number) => drawDiagram(request('same', { id: `d${String(number)}` }))),
    );
    for (const drawing of all) expect(drawing).toMatchObject(drawn);
    expect(laidOut).toHaveBeenCalledTimes(1);
    expect(drawingStats()).toEqual({ drawn: 1, cached: 0, milliseconds: 5 });
  });

  it('are drawn ahead, each once, also for a page that asks meanwhile', async () => {
    const { drawAhead, drawDiagram } = await nextBuild();
    const ahead = drawAhead(['ahead 1', 'ahead 2', 'ahead 3', 'ahead 1']);
    expect(await drawDiagram(request('ahead 3'))).toMatchObject(drawn);
    await ahead;
    expect(await drawDiagram(request('ahead 1'))).toMatchObject(drawn);
    expect(laidOut.mock.calls.flat().toSorted()).toEqual(['ahead 1', 'ahead 2', 'ahead 3']);
  });

  it('are there in the next build, which draws nothing', async () => {
    await (await nextBuild()).drawDiagram(request('kept'));
    laidOut.mockReset();
    const { drawDiagram, drawingStats } = await nextBuild();
    expect(await drawDiagram(request('kept'))).toMatchObject(drawn);
    expect(laidOut).not.toHaveBeenCalled();
    expect(drawingStats()).toEqual({ drawn: 0, cached: 1, milliseconds: 0 });
  });

  it('are kept with what is wrong with a text, too', async () => {
    laidOut.mockResolvedValue({ layout: { error: 'no' }, milliseconds: 1, lasting: true });
    await (await nextBuild()).drawDiagram(request('wrong'));
    laidOut.mockReset();
    expect(await (await nextBuild()).drawDiagram(request('wrong'))).toEqual({ error: 'no' });
  });

  it('are tried again where the thread that drew had ended', async () => {
    laidOut.mockResolvedValue({ layout: { error: 'ended' }, milliseconds: 1, lasting: false });
    await (await nextBuild()).drawDiagram(request('ended'));
    await (await nextBuild()).drawDiagram(request('ended'));
    expect(laidOut).toHaveBeenCalledTimes(2);
  });

  it.each([
    { after: LONGEST_TIME, tries: 1 },
    { after: LONGEST_TIME - 1, tries: 2 },
  ])('that were given up after $after ms are tried $tries times', async ({ after, tries }) => {
    const text = `slow for ${String(after)} ms`;
    laidOut.mockResolvedValue({ layout: { error: 'slow', limit: after }, milliseconds: after, lasting: true });
    for (let build = 0; build < 2; build++) {
      expect(await (await nextBuild()).drawDiagram(request(text))).toEqual({ error: 'slow' });
    }
    expect(laidOut).toHaveBeenCalledTimes(tries);
  });

  it.each([
    ['cut off', (content: string) => content.slice(0, -5)],
    ['changed', (content: string) => content.replace('<path', '<path onload=1')],
    ['emptied', () => ''],
    ['something else', () => 'x\n{"shapes": 5}'],
  ])('are drawn anew if their file was %s', async (_, damage) => {
    const key = keyOf('damaged', '1');
    await keepLayout(key, layout);
    const file = join(folder(), `${key}.json`);
    await writeFile(file, damage(await readFile(file, 'utf8')));
    expect(await readLayout(key)).toBeUndefined();
    await keepLayout(key, layout);
    expect(await readLayout(key)).toEqual(layout);
  });

  it('leave no half-written files', async () => {
    await Promise.all([1, 2, 3].map((number) => keepLayout(keyOf(String(number), '1'), layout)));
    expect((await readdir(folder())).filter((name) => !/^[0-9a-f]{64}\.json$/.test(name))).toEqual([]);
  });

  it('are given back even if they cannot be kept', async () => {
    const before = process.env.PLAYBOOK_DIAGRAM_CACHE;
    process.env.PLAYBOOK_DIAGRAM_CACHE = '/dev/null/nowhere';
    expect(await (await nextBuild()).drawDiagram(request('unkept'))).toMatchObject(drawn);
    process.env.PLAYBOOK_DIAGRAM_CACHE = before;
  });
});

describe('the key of a layout', () => {
  it('depends on the text and on the version of Mermaid, and on nothing that a page adds', () => {
    expect(new Set([keyOf('a', '1'), keyOf('b', '1'), keyOf('a', '2')]).size).toBe(3);
    expect(keyOf('a', '1')).toBe(keyOf('a', '1'));
  });
});
