import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keepDrawing, keyOf, readDrawing } from '../../../src/diagrams/cache.ts';
import { ownFolder } from './folder.ts';
import { flow, request } from './samples.ts';

const folder = ownFolder();
const drawn = vi.fn();

vi.mock('../../../src/diagrams/artist.ts', () => ({
  drawInWorker: (wanted: unknown): unknown => drawn(wanted),
}));

const drawing = { svg: '<svg></svg>', width: 1, height: 2 };

/** The module as the next build sees it. */
async function nextBuild() {
  vi.resetModules();
  return import('../../../src/diagrams/draw.ts');
}

beforeEach(() => {
  drawn.mockReset().mockResolvedValue({ drawing, milliseconds: 5, lasting: true });
});

describe('drawings', () => {
  it('are drawn once, however often they are asked for at the same time', async () => {
    const { drawDiagram, drawingStats } = await nextBuild();
    const all = await Promise.all([1, 2, 3].map(() => drawDiagram(request(flow, { id: 'same' }))));
    expect(all).toEqual([drawing, drawing, drawing]);
    expect(drawn).toHaveBeenCalledTimes(1);
    expect(drawingStats()).toEqual({ drawn: 1, cached: 0, milliseconds: 5 });
  });

  it('are there in the next build, which draws nothing', async () => {
    await (await nextBuild()).drawDiagram(request(flow, { id: 'kept' }));
    drawn.mockReset();
    const { drawDiagram, drawingStats } = await nextBuild();
    expect(await drawDiagram(request(flow, { id: 'kept' }))).toEqual(drawing);
    expect(drawn).not.toHaveBeenCalled();
    expect(drawingStats()).toEqual({ drawn: 0, cached: 1, milliseconds: 0 });
  });

  it('are kept with what is wrong with a text, too', async () => {
    drawn.mockResolvedValue({ drawing: { error: 'no' }, milliseconds: 1, lasting: true });
    await (await nextBuild()).drawDiagram(request('wrong'));
    drawn.mockReset();
    expect(await (await nextBuild()).drawDiagram(request('wrong'))).toEqual({ error: 'no' });
  });

  it('are tried again where the machine was too slow', async () => {
    drawn.mockResolvedValue({ drawing: { error: 'slow' }, milliseconds: 1, lasting: false });
    await (await nextBuild()).drawDiagram(request('slow'));
    await (await nextBuild()).drawDiagram(request('slow'));
    expect(drawn).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['cut off', (content: string) => content.slice(0, -5)],
    ['changed', (content: string) => content.replace('<svg>', '<svg onload="alert(1)">')],
    ['emptied', () => ''],
    ['something else', () => 'x\n{"svg": 5}'],
  ])('are drawn anew if their file was %s', async (_, damage) => {
    const key = keyOf(request('damaged'), '1');
    await keepDrawing(key, drawing);
    const file = join(folder(), `${key}.json`);
    await writeFile(file, damage(await readFile(file, 'utf8')));
    expect(await readDrawing(key)).toBeUndefined();
    await keepDrawing(key, drawing);
    expect(await readDrawing(key)).toEqual(drawing);
  });

  it('leave no half-written files', async () => {
    await Promise.all([1, 2, 3].map((number) => keepDrawing(keyOf(request(String(number)), '1'), drawing)));
    expect((await readdir(folder())).filter((name) => !/^[0-9a-f]{64}\.json$/.test(name))).toEqual([]);
  });

  it('are given back even if they cannot be kept', async () => {
    const before = process.env.PLAYBOOK_DIAGRAM_CACHE;
    process.env.PLAYBOOK_DIAGRAM_CACHE = '/dev/null/nowhere';
    expect(await (await nextBuild()).drawDiagram(request('unkept'))).toEqual(drawing);
    process.env.PLAYBOOK_DIAGRAM_CACHE = before;
  });
});

describe('the key of a drawing', () => {
  it('depends on all that the drawing depends on', () => {
    const node = { id: 'A', href: '/a/', accent: 'red', label: 'a' };
    const keys = [
      keyOf(request('a'), '1'),
      keyOf(request('b'), '1'),
      keyOf(request('a'), '2'),
      keyOf(request('a', { id: 'x' }), '1'),
      keyOf(request('a', { title: 'x' }), '1'),
      keyOf(request('a', { description: 'x' }), '1'),
      keyOf(request('a', { nodes: [node] }), '1'),
      keyOf(request('a', { nodes: [{ ...node, id: 'B' }] }), '1'),
      keyOf(request('a', { nodes: [{ ...node, href: '/b/' }] }), '1'),
      keyOf(request('a', { nodes: [{ ...node, accent: 'blue' }] }), '1'),
      keyOf(request('a', { nodes: [{ ...node, label: 'b' }] }), '1'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(keyOf(request('a', { nodes: [] }), '1')).toBe(keys[0]);
  });
});
