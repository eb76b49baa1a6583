import { describe, expect, it } from 'vitest';
import { decodeTicks } from '../../../src/gates/shared-ticks.ts';
import { readTicks, writeTicks } from '../../../src/gates/ticks.ts';
import { itemKeys } from '../../../src/views/gates/gates.ts';

/**
 * Literal texts that version 0.1 stored on readers' devices and put into links. They must be understood for as long as
 * such devices and links may exist: change the code, never these strings.
 */
const TICKS = '{"changed":{"04epvq9":true,"184gg5x":false},"at":"2026-11-20T14:03:00.000Z"}';
const LINK = '#shared.1q1bKzsxLUbJSSk8sSVXSUSrJTM5OTVGyilYyMEktKCu0VIqtBQA';

const keys = itemKeys(['Lights off', 'Door locked', '専門']);
const items = keys.map((key, index) => ({ key, done: index === 1 }));

describe('a gate of the present version', () => {
  it('opens the ticks that version 0.1 stored, and writes the same JSON', () => {
    const ticks = readTicks(TICKS, items);
    expect(ticks).toEqual({
      changed: new Map([
        ['04epvq9', true],
        ['184gg5x', false],
      ]),
      at: new Date('2026-11-20T14:03:00Z'),
    });
    expect(ticks && writeTicks(ticks)).toBe(TICKS);
  });

  it('opens a link that version 0.1 made', async () => {
    expect(await decodeTicks(LINK, items)).toMatchObject({
      ticks: {
        changed: new Map([
          ['04epvq9', true],
          ['184gg5x', false],
        ]),
      },
      unknown: 0,
    });
  });
});
