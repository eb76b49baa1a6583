import { describe, expect, it } from 'vitest';
import {
  emptySearch,
  isEmpty,
  isFiltered,
  readSearch,
  writeSearch,
} from '../../../../../src/components/search/shared/search-address.ts';

const read = (search: string) => readSearch(new URLSearchParams(search));

describe('the address of a search', () => {
  it('contains the query and the filters, in a fixed order', () => {
    const state = read('?topic=ffi&agent=rust-pro&q=ffi&kind=gate&kind=flow');
    expect(state).toEqual({
      query: 'ffi',
      filters: { kind: ['gate', 'flow'], agent: ['rust-pro'], topic: ['ffi'] },
    });
    expect(writeSearch(state)).toBe('?q=ffi&kind=gate&kind=flow&agent=rust-pro&topic=ffi');
  });

  it('is empty for an empty search', () => {
    expect(writeSearch(emptySearch)).toBe('');
    expect(read('')).toEqual(emptySearch);
    expect(isEmpty(read('?q=+&kind='))).toBe(true);
  });

  it('contains symbols as typed', () => {
    for (const query of ['select!', '#[must_use]', 'C++', '?', '"a & b" 天', '100%']) {
      expect(read(writeSearch({ ...emptySearch, query })).query).toBe(query);
    }
  });

  it('contains each value once, and no unknown parameters', () => {
    const state = read('?kind=gate&kind=gate&colour=red&q=x&q=y');
    expect(state).toEqual({ query: 'x', filters: { kind: ['gate'], agent: [], topic: [] } });
    expect(isFiltered(state.filters)).toBe(true);
  });

  it('can contain only a filter', () => {
    expect(isEmpty(read('?topic=ffi'))).toBe(false);
  });
});
