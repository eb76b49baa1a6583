import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { oneLine, withFrontMatter } from '../../../src/exports/front-matter.ts';

test('values that are special in YAML are read back as the same text', () => {
  const keys = {
    name: 'yes',
    about: 'a: b # c',
    labels: '',
    title: '- [ ] "x" \\ {y} & *z | > %',
    date: '2026-11-28',
    list: ['on', 'null', '天気: 雨'],
  };
  const [, yaml = '', body] = withFrontMatter(keys, '\n\nText\n\n').split(/^---\n/m);
  // GitHub and Claude Code do not read the same version of YAML: in 1.1, a bare `yes` is no text.
  for (const version of ['1.1', '1.2'] as const) expect(parse(yaml, { version })).toEqual(keys);
  expect(body).toBe('\nText\n');
});

test('text for a key is on one line, without tags and invisible signs, and cut between letters', () => {
  expect(oneLine('  a <b>\n\tc\u200B\u202Ed ', 50)).toBe('a b c d');
  expect(oneLine('👍👍👍👍', 3)).toBe('👍👍…');
});
