import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InsertMode } from '../../../../src/forms/model/form.ts';
import { isInserted, toggleSuggestion } from '../../../../src/forms/model/insert-suggestion.ts';
import { awkwardText } from '../awkward.ts';

const systems = { insertMode: 'some-of' as const, suggestions: ['Linux', 'Windows', 'macOS'] };
const levels = { insertMode: 'one-of' as const, suggestions: ['high', 'medium', 'low'] };
const aspects = { insertMode: 'lines' as const, suggestions: ['Latency', 'memory use'] };
const answer = { insertMode: 'one' as const, suggestions: ['true', 'false'] };

const take = (field: { insertMode: InsertMode; suggestions: string[] }, value: string, suggestion: string) =>
  toggleSuggestion(field, value, suggestion).value;

describe('several that may be chosen', () => {
  it('are joined by commas, behind what somebody wrote', () => {
    expect(take(systems, '', 'Linux')).toBe('Linux');
    expect(take(systems, 'Linux', 'macOS')).toBe('Linux, macOS');
    expect(take(systems, 'Linux, ', 'macOS')).toBe('Linux, macOS');
    expect(take(systems, 'Haiku,\nalso', 'macOS')).toBe('Haiku,\nalso, macOS');
  });

  it('complete what was begun to be typed', () => {
    expect(take(systems, 'lin', 'Linux')).toBe('Linux');
    expect(take(systems, 'Linux, ma', 'macOS')).toBe('Linux, macOS');
    expect(take(systems, 'Windows\nlin ', 'Linux')).toBe('Windows\nLinux');
    expect(take(systems, 'mainly', 'macOS')).toBe('mainly, macOS');
  });

  it('are taken out again, and nothing else with them', () => {
    expect(take(systems, 'Linux, Haiku, macOS', 'Linux')).toBe('Haiku, macOS');
    expect(take(systems, 'Linux, Haiku, macOS', 'macOS')).toBe('Linux, Haiku');
    expect(take(systems, 'LINUX', 'Linux')).toBe('');
    expect(take(systems, 'Linux 6.1', 'Linux')).toBe('Linux 6.1, Linux');
  });

  it('are taken wherever they are an item', () => {
    expect(isInserted(systems, 'Haiku,linux', 'Linux')).toBe(true);
    expect(isInserted(systems, 'Haiku\n Linux ', 'Linux')).toBe(true);
    expect(isInserted(systems, 'Linux 6.1', 'Linux')).toBe(false);
    expect(isInserted(systems, '', 'Linux')).toBe(false);
  });
});

describe('those that exclude each other', () => {
  it('take each other’s place, and leave what somebody wrote beside them', () => {
    expect(take(levels, 'low', 'high')).toBe('high');
    expect(take(levels, 'low, until March', 'high')).toBe('high, until March');
    expect(take(levels, 'until March, low, medium', 'high')).toBe('until March, high');
    expect(take(levels, 'low', 'low')).toBe('');
  });
});

describe('aspects', () => {
  it('begin a line that is to be completed', () => {
    expect(toggleSuggestion(aspects, '', 'Latency')).toEqual({ value: 'Latency: ', caret: 9 });
    expect(take(aspects, 'Latency: 5 ms\n', 'memory use')).toBe('Latency: 5 ms\nmemory use: ');
    expect(take(aspects, 'lat', 'Latency')).toBe('Latency: ');
    expect(take(aspects, 'See below\nmem', 'memory use')).toBe('See below\nmemory use: ');
  });

  it('are covered when the value mentions them in a row', () => {
    expect(isInserted(aspects, 'the LATENCY at most', 'Latency')).toBe(true);
    expect(isInserted(aspects, 'its memory\nuse', 'memory use')).toBe(true);
    expect(isInserted(aspects, 'memory, and its use', 'memory use')).toBe(false);
    expect(isInserted(aspects, 'latencies', 'Latency')).toBe(false);
    expect(isInserted(aspects, 'Superlatency, then latency', 'Latency')).toBe(true);
    expect(isInserted(aspects, 'Superlatency', 'Latency')).toBe(false);
    expect(isInserted(aspects, 'C++ (not C)', 'C++')).toBe(true);
    expect(isInserted(aspects, 'C++', 'C')).toBe(false);
    expect(isInserted(aspects, '内存 und Größe', 'GRÖSSE')).toBe(false);
    expect(isInserted(aspects, '“Größe”', 'größe')).toBe(true);
    expect(isInserted(aspects, '—', '—')).toBe(false);
    expect(isInserted(aspects, '', 'Latency')).toBe(false);
  });

  it('are taken back only while nothing was added; else the line is where typing goes on', () => {
    expect(take(aspects, 'Latency: \nmemory use: 1 GB', 'Latency')).toBe('memory use: 1 GB');
    expect(toggleSuggestion(aspects, 'Latency: 5 ms\nmore', 'Latency')).toEqual({
      value: 'Latency: 5 ms\nmore',
      caret: 13,
    });
    expect(take(aspects, 'memory\nuse', 'memory use')).toBe('memory\nuse');
  });
});

describe('one of two', () => {
  it('is the whole value', () => {
    expect(take(answer, 'fal', 'true')).toBe('true');
    expect(take(answer, ' TRUE ', 'true')).toBe('');
    expect(isInserted(answer, 'true', 'true')).toBe(true);
  });
});

describe('whatever somebody wrote', () => {
  const words = (text: string) => text.split(/[\s,:]+/).filter((word) => word !== '');
  const cases = fc.constantFrom(systems, aspects);

  it('has the suggestion afterwards, and all that it had before', () => {
    fc.assert(
      fc.property(cases, awkwardText, fc.nat(1), (field, value, index) => {
        const suggestion = field.suggestions[index] ?? '';
        fc.pre(!isInserted(field, value, suggestion));
        const taken = toggleSuggestion(field, value, suggestion);
        expect(isInserted(field, taken.value, suggestion)).toBe(true);
        expect(taken.caret).toBeLessThanOrEqual(taken.value.length);
        const begun = (word: string) => suggestion.toLowerCase().startsWith(word.toLowerCase());
        for (const word of words(value)) if (!begun(word)) expect(taken.value).toContain(word);
      }),
    );
  });
});
