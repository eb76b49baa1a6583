import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeTicks, encodeTicks } from '../../../src/gates/shared-ticks.ts';
import { isTicked, noTicks, tick } from '../../../src/gates/ticks.ts';
import { encodeShareLink } from '../../../src/lib/share-link.ts';

const dough = { key: 'dough', done: false };
const oven = { key: 'oven', done: true };
const salt = { key: 'salt', done: false };
const now = new Date('2026-11-20T14:03:00Z');

/** Decodes a link: the ticked items as `dough oven`, and the number of unknown ones. */
async function read(fragment: unknown, items = [dough, oven, salt]) {
  const shared = await decodeTicks(typeof fragment === 'string' ? fragment : '', items);
  if ('error' in shared) return shared.error;
  const ticked = items.filter((item) => isTicked(shared.ticks, item)).map(({ key }) => key);
  return [ticked.join(' '), shared.unknown];
}

describe('shared ticks', () => {
  it('are decoded as they were encoded', async () => {
    const ticks = tick(tick(noTicks, dough, true, now), oven, false, now);
    expect(await read(await encodeTicks([dough, oven, salt], ticks))).toEqual(['dough', 0]);
    expect(await read(await encodeTicks([dough, oven, salt], noTicks))).toEqual(['oven', 0]);
  });

  it('are those that their sender saw, even if the file has changed', async () => {
    const fragment = await encodeTicks([dough, oven], tick(noTicks, dough, true, now));
    expect(
      await read(fragment, [
        { ...oven, done: false },
        { ...salt, done: true },
      ]),
    ).toEqual(['oven', 1]);
  });

  it.each<[string, unknown]>([
    ['a form', { kind: 'template', values: {} }],
    ['a list', ['dough']],
    ['nothing', null],
    ['numbers', { kind: 'gate', ticked: [1] }],
    ['text', { kind: 'gate', ticked: 'dough' }],
  ])('are rejected if the link contains %s', async (_, value) => {
    expect(await read(await encodeShareLink(value))).toBe(
      'This link does not contain the ticks of a gate. Ask for it again.',
    );
  });

  it('are reported as damaged if the link is cut off', async () => {
    const fragment = await encodeTicks([dough], noTicks);
    expect(await read(typeof fragment === 'string' && fragment.slice(0, -3))).toMatch(/damaged/);
  });

  it('never throw an error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        await read(await encodeShareLink({ kind: 'gate', ticked: value }));
      }),
    );
  });
});
