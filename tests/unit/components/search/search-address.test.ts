import { describe, expect, it } from 'vitest';
import {
  isEmpty,
  isFiltered,
  noQuestion,
  readQuestion,
  writeQuestion,
} from '../../../../src/components/search/shared/search-address.ts';

const read = (search: string) => readQuestion(new URLSearchParams(search));

describe('the address of a search', () => {
  it('holds words and filters, in one order', () => {
    const question = read('?topic=ffi&agent=rust-pro&q=ffi&kind=gate&kind=flow');
    expect(question).toEqual({
      query: 'ffi',
      filters: { kind: ['gate', 'flow'], agent: ['rust-pro'], topic: ['ffi'] },
    });
    expect(writeQuestion(question)).toBe('?q=ffi&kind=gate&kind=flow&agent=rust-pro&topic=ffi');
  });

  it('is empty for no question', () => {
    expect(writeQuestion(noQuestion)).toBe('');
    expect(read('')).toEqual(noQuestion);
    expect(isEmpty(read('?q=+&kind='))).toBe(true);
  });

  it('keeps symbols as they were typed', () => {
    for (const query of ['select!', '#[must_use]', 'C++', '?', '"a & b" 天', '100%']) {
      expect(read(writeQuestion({ ...noQuestion, query })).query).toBe(query);
    }
  });

  it('holds each value once, and nothing that is no filter', () => {
    const question = read('?kind=gate&kind=gate&colour=red&q=x&q=y');
    expect(question).toEqual({ query: 'x', filters: { kind: ['gate'], agent: [], topic: [] } });
    expect(isFiltered(question.filters)).toBe(true);
  });

  it('may be a filter alone', () => {
    expect(isEmpty(read('?topic=ffi'))).toBe(false);
  });
});
