import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isTicked,
  noTicks,
  progress,
  progressText,
  readTicks,
  tick,
  ticksAsMarkdown,
  writeTicks,
} from '../../../src/gates/ticks.ts';

const dough = { key: 'dough', done: false, markdown: 'The `dough` has risen' };
const oven = { key: 'oven', done: true, markdown: 'The oven is hot' };
const items = [dough, oven];
const now = new Date('2026-11-20T14:03:00Z');

describe('ticking', () => {
  it('starts with the ticks in the file', () => {
    expect(items.map((item) => isTicked(noTicks, item))).toEqual([false, true]);
    expect(progressText(noTicks, items)).toBe('1 of 2');
  });

  it('ticks an item, and unticks one that is ticked in the file', () => {
    const ticks = tick(tick(noTicks, dough, true, now), oven, false, now);
    expect(items.map((item) => isTicked(ticks, item))).toEqual([true, false]);
    expect(ticks.at).toEqual(now);
  });

  it('stores nothing about an item that is again as in the file', () => {
    const ticks = tick(tick(noTicks, dough, true, now), dough, false, now);
    expect(ticks.changed.size).toBe(0);
  });

  it('does not modify the given ticks, so that they can be restored', () => {
    const before = tick(noTicks, dough, true, now);
    tick(before, dough, false, now);
    expect(isTicked(before, dough)).toBe(true);
  });

  it('counts the progress, even of a gate without items', () => {
    expect(progress(tick(noTicks, dough, true, now), items)).toEqual({ done: 2, total: 2 });
    expect(progress(noTicks, [])).toEqual({ done: 0, total: 0 });
  });
});

describe('stored ticks', () => {
  it('are read as they were written', () => {
    const ticks = tick(noTicks, dough, true, now);
    expect(readTicks(writeTicks(ticks), items)).toEqual(ticks);
  });

  it('apply to the items that an edited file still has, and are dropped with the others', () => {
    const text = writeTicks(tick(tick(noTicks, dough, true, now), oven, false, now));
    const edited = [{ key: 'new', done: false }, dough];
    expect(readTicks(text, edited)?.changed).toEqual(new Map([['dough', true]]));
  });

  it('are dropped once the file says the same', () => {
    const text = writeTicks(tick(noTicks, dough, true, now));
    expect(readTicks(text, [{ ...dough, done: true }])?.changed.size).toBe(0);
  });

  it.each([
    ['', 'empty'],
    ['{', 'cut off'],
    ['null', 'null'],
    ['[]', 'a list'],
    ['"text"', 'text'],
    ['{}', 'without ticks'],
    ['{"changed":[true]}', 'with a list of ticks'],
  ])('are not read from %s (%s)', (text) => {
    expect(readTicks(text, items)).toBeUndefined();
  });

  it('lose only invalid entries', () => {
    const text = '{"changed":{"dough":true,"oven":"no","__proto__":true,"other":true},"at":"yesterday"}';
    expect(readTicks(text, items)).toEqual({ changed: new Map([['dough', true]]) });
  });

  it('never throw an error, whatever the storage contains', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        readTicks(text, items);
      }),
    );
  });
});

describe('the list to copy', () => {
  it('is markdown with the ticks in it', () => {
    expect(ticksAsMarkdown('Before the oven', items, tick(noTicks, dough, true, now))).toBe(
      '## Before the oven\n\n- [x] The `dough` has risen\n- [x] The oven is hot\n',
    );
    expect(ticksAsMarkdown('Before the oven', items, tick(noTicks, oven, false, now))).toBe(
      '## Before the oven\n\n- [ ] The `dough` has risen\n- [ ] The oven is hot\n',
    );
  });
});
