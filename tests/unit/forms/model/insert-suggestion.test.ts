import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InsertMode } from '../../../../src/forms/model/form.ts';
import { isInserted, toggleSuggestion } from '../../../../src/forms/model/insert-suggestion.ts';
import { awkwardText } from '../awkward.ts';

const systems = { insertMode: 'some-of' as const, suggestions: ['Linux', 'Windows', 'macOS'] };
const levels = { insertMode: 'one-of' as const, suggestions: ['high', 'medium', 'low'] };
const aspects = { insertMode: 'lines' as const, suggestions: ['Latency', 'memory use'] };
const answer = { insertMode: 'one' as const, suggestions: ['true', 'false'] };

const toggle = (field: { insertMode: InsertMode; suggestions: string[] }, value: string, suggestion: string) =>
  toggleSuggestion(field, value, suggestion).value;

describe('suggestions of which several can be chosen', () => {
  it('are appended after a comma', () => {
    expect(toggle(systems, '', 'Linux')).toBe('Linux');
    expect(toggle(systems, 'Linux', 'macOS')).toBe('Linux, macOS');
    expect(toggle(systems, 'Linux, ', 'macOS')).toBe('Linux, macOS');
    expect(toggle(systems, 'Haiku,\nalso', 'macOS')).toBe('Haiku,\nalso, macOS');
  });

  it('complete what the reader has started to type', () => {
    expect(toggle(systems, 'lin', 'Linux')).toBe('Linux');
    expect(toggle(systems, 'Linux, ma', 'macOS')).toBe('Linux, macOS');
    expect(toggle(systems, 'Windows\nlin ', 'Linux')).toBe('Windows\nLinux');
    expect(toggle(systems, 'mainly', 'macOS')).toBe('mainly, macOS');
  });

  it('are removed again, and nothing else with them', () => {
    expect(toggle(systems, 'Linux, Haiku, macOS', 'Linux')).toBe('Haiku, macOS');
    expect(toggle(systems, 'Linux, Haiku, macOS', 'macOS')).toBe('Linux, Haiku');
    expect(toggle(systems, 'LINUX', 'Linux')).toBe('');
    expect(toggle(systems, 'Linux 6.1', 'Linux')).toBe('Linux 6.1, Linux');
  });

  it('count as inserted wherever they are an item of the list', () => {
    expect(isInserted(systems, 'Haiku,linux', 'Linux')).toBe(true);
    expect(isInserted(systems, 'Haiku\n Linux ', 'Linux')).toBe(true);
    expect(isInserted(systems, 'Linux 6.1', 'Linux')).toBe(false);
    expect(isInserted(systems, '', 'Linux')).toBe(false);
  });
});

describe('suggestions that exclude each other', () => {
  it('replace each other, but not what the reader typed beside them', () => {
    expect(toggle(levels, 'low', 'high')).toBe('high');
    expect(toggle(levels, 'low, until March', 'high')).toBe('high, until March');
    expect(toggle(levels, 'until March, low, medium', 'high')).toBe('until March, high');
    expect(toggle(levels, 'low', 'low')).toBe('');
  });
});

describe('aspects to cover', () => {
  it('start a line to complete', () => {
    expect(toggleSuggestion(aspects, '', 'Latency')).toEqual({ value: 'Latency: ', caret: 9 });
    expect(toggle(aspects, 'Latency: 5 ms\n', 'memory use')).toBe('Latency: 5 ms\nmemory use: ');
    expect(toggle(aspects, 'lat', 'Latency')).toBe('Latency: ');
    expect(toggle(aspects, 'See below\nmem', 'memory use')).toBe('See below\nmemory use: ');
  });

  it('count as inserted when the value mentions their words in a row', () => {
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

  it('are removed only while their line is incomplete; otherwise the caret moves to that line', () => {
    expect(toggle(aspects, 'Latency: \nmemory use: 1 GB', 'Latency')).toBe('memory use: 1 GB');
    expect(toggleSuggestion(aspects, 'Latency: 5 ms\nmore', 'Latency')).toEqual({
      value: 'Latency: 5 ms\nmore',
      caret: 13,
    });
    expect(toggle(aspects, 'memory\nuse', 'memory use')).toBe('memory\nuse');
  });
});

describe('a suggestion that is the whole value', () => {
  it('replaces what the reader typed', () => {
    expect(toggle(answer, 'fal', 'true')).toBe('true');
    expect(toggle(answer, ' TRUE ', 'true')).toBe('');
    expect(isInserted(answer, 'true', 'true')).toBe(true);
  });
});

describe('any value', () => {
  const words = (text: string) => text.split(/[\s,:]+/).filter((word) => word !== '');
  const cases = fc.constantFrom(systems, aspects);

  it('contains the suggestion afterwards, and all its own words', () => {
    fc.assert(
      fc.property(cases, awkwardText, fc.nat(1), (field, value, index) => {
        const suggestion = field.suggestions[index] ?? '';
        fc.pre(!isInserted(field, value, suggestion));
        const inserted = toggleSuggestion(field, value, suggestion);
        expect(isInserted(field, inserted.value, suggestion)).toBe(true);
        expect(inserted.caret).toBeLessThanOrEqual(inserted.value.length);
        const isStart = (word: string) => suggestion.toLowerCase().startsWith(word.toLowerCase());
        for (const word of words(value)) if (!isStart(word)) expect(inserted.value).toContain(word);
      }),
    );
  });
});
