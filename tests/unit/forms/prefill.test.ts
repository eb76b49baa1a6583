import { describe, expect, it } from 'vitest';
import { prefillValues } from '../../../src/forms/prefill.ts';

const fill = (fields: string[], ...asked: string[]) =>
  prefillValues(
    fields,
    asked.map((question) => ({ question, answer: `to “${question}”` })),
  );

describe('prefilling', () => {
  it.each([
    ['Target platform', 'Which target platform?'],
    ['Target Platform', 'What platform?'],
    ['Platform', 'Which is your target platform?'],
    ['Performance Requirements', 'What performance requirements?'],
    ['Performance Targets', 'What performance requirements?'],
    ['Application Type', 'What application domain?'],
    ['Integration Needs', 'What integration needs?'],
    ['Deadlines', 'When is the deadline?'],
    ['Sprache', 'Sprache?'],
  ])('fills “%s” with the answer to “%s”', (field, question) => {
    expect(fill([field, 'Something else'], question)).toEqual({ [field]: `to “${question}”` });
  });

  it.each([
    ['Performance Requirements', 'What quality requirements?'],
    ['Current Performance', 'What performance requirements?'],
    ['Security Model', 'What concurrency model?'],
    ['Data Sensitivity', 'What data types?'],
    ['What is this?', 'What is that?'],
    ['', ''],
    ['Requirements', 'What requirements?'],
  ])('does not fill “%s” with the answer to “%s”', (field, question) => {
    expect(fill([field], question)).toEqual({});
  });

  it('fills the most similar of several fields, each with the first answer', () => {
    expect(fill(['Memory', 'Memory Usage', 'Memory Usage Limits'], 'What memory usage?')).toEqual({
      'Memory Usage': 'to “What memory usage?”',
    });
    expect(fill(['Platform'], 'Which platform?', 'What platform?')).toEqual({ Platform: 'to “Which platform?”' });
  });

  it('fills nothing without fields or without answers', () => {
    expect(fill([], 'What?')).toEqual({});
    expect(fill(['A'])).toEqual({});
  });

  it('fills fields of any name', () => {
    expect(Object.keys(fill(['__proto__', 'constructor'], 'constructor?', '__proto__?')).sort()).toEqual([
      '__proto__',
      'constructor',
    ]);
  });
});
