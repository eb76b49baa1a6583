import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Taking } from '../../../../src/forms/model/form.ts';
import { isTaken, takeSuggestion } from '../../../../src/forms/model/suggestions.ts';
import { awkwardText } from '../awkward.ts';

const systems = { taking: 'some-of' as const, suggestions: ['Linux', 'Windows', 'macOS'] };
const levels = { taking: 'one-of' as const, suggestions: ['high', 'medium', 'low'] };
const aspects = { taking: 'lines' as const, suggestions: ['Latency', 'memory use'] };
const answer = { taking: 'one' as const, suggestions: ['true', 'false'] };

const take = (field: { taking: Taking; suggestions: string[] }, value: string, suggestion: string) =>
  takeSuggestion(field, value, suggestion).value;

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
    expect(isTaken(systems, 'Haiku,linux', 'Linux')).toBe(true);
    expect(isTaken(systems, 'Haiku\n Linux ', 'Linux')).toBe(true);
    expect(isTaken(systems, 'Linux 6.1', 'Linux')).toBe(false);
    expect(isTaken(systems, '', 'Linux')).toBe(false);
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
    expect(takeSuggestion(aspects, '', 'Latency')).toEqual({ value: 'Latency: ', caret: 9 });
    expect(take(aspects, 'Latency: 5 ms\n', 'memory use')).toBe('Latency: 5 ms\nmemory use: ');
    expect(take(aspects, 'lat', 'Latency')).toBe('Latency: ');
    expect(take(aspects, 'See below\nmem', 'memory use')).toBe('See below\nmemory use: ');
  });

  it('are covered when the value mentions them in a row', () => {
    expect(isTaken(aspects, 'the LATENCY at most', 'Latency')).toBe(true);
    expect(isTaken(aspects, 'its memory\nuse', 'memory use')).toBe(true);
    expect(isTaken(aspects, 'memory, and its use', 'memory use')).toBe(false);
    expect(isTaken(aspects, 'latencies', 'Latency')).toBe(false);
    expect(isTaken(aspects, 'Superlatency, then latency', 'Latency')).toBe(true);
    expect(isTaken(aspects, 'Superlatency', 'Latency')).toBe(false);
    expect(isTaken(aspects, 'C++ (not C)', 'C++')).toBe(true);
    expect(isTaken(aspects, 'C++', 'C')).toBe(false);
    expect(isTaken(aspects, '内存 und Größe', 'GRÖSSE')).toBe(false);
    expect(isTaken(aspects, '“Größe”', 'größe')).toBe(true);
    expect(isTaken(aspects, '—', '—')).toBe(false);
    expect(isTaken(aspects, '', 'Latency')).toBe(false);
  });

  it('are taken back only while nothing was added; else the line is where typing goes on', () => {
    expect(take(aspects, 'Latency: \nmemory use: 1 GB', 'Latency')).toBe('memory use: 1 GB');
    expect(takeSuggestion(aspects, 'Latency: 5 ms\nmore', 'Latency')).toEqual({
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
    expect(isTaken(answer, 'true', 'true')).toBe(true);
  });
});

describe('whatever somebody wrote', () => {
  const words = (text: string) => text.split(/[\s,:]+/).filter((word) => word !== '');
  const cases = fc.constantFrom(systems, aspects);

  it('has the suggestion afterwards, and all that it had before', () => {
    fc.assert(
      fc.property(cases, awkwardText, fc.nat(1), (field, value, index) => {
        const suggestion = field.suggestions[index] ?? '';
        fc.pre(!isTaken(field, value, suggestion));
        const taken = takeSuggestion(field, value, suggestion);
        expect(isTaken(field, taken.value, suggestion)).toBe(true);
        expect(taken.caret).toBeLessThanOrEqual(taken.value.length);
        const begun = (word: string) => suggestion.toLowerCase().startsWith(word.toLowerCase());
        for (const word of words(value)) if (!begun(word)) expect(taken.value).toContain(word);
      }),
    );
  });
});
