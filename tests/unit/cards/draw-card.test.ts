import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { drawCard } from '../../../src/cards/draw-card.ts';

const folder = mkdtempSync(join(tmpdir(), 'playbook-cards-'));

beforeEach(() => {
  vi.stubEnv('PLAYBOOK_CARD_CACHE', folder);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('draws a card as a PNG of the size of previews, and replaces a cached one that is damaged', async () => {
  const card = {
    kind: 'Agent',
    title: 'tide-clerk',
    agent: { accent: 'blue' as const, monogram: 'TC' },
    content: { text: 'Keeps the tide tables of <b>all</b> piers & quays.' },
    foot: ['1 checklist', 'Harbour'] as const,
  };
  const png = Buffer.from(await drawCard(card));
  expect(png.toString('latin1', 1, 4)).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  // A picture without letters is a quarter of the size: the font was found.
  expect(png.length).toBeGreaterThan(15_000);

  const [file = ''] = readdirSync(folder);
  const cached = readFileSync(join(folder, file));
  writeFileSync(join(folder, file), cached.subarray(0, 5_000));
  expect(Buffer.from(await drawCard(card)).equals(png)).toBe(true);
  expect(readFileSync(join(folder, file)).equals(cached)).toBe(true);
});
