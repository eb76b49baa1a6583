// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SearchSession } from '../../../../../src/components/search/shared/search-session.ts';
import { emptySearch } from '../../../../../src/components/search/shared/search-address.ts';
import type { SearchRequest, SearchResult } from '../../../../../src/search/query/result-types.ts';

const found = (total: number, isPartial?: true): SearchResult => ({
  state: 'found',
  total,
  hits: [],
  ...(isPartial && { isPartial }),
});

/** Yields a partial and a complete result for each query, with as many results as the query has letters. */
const engine = {
  search: async function* ({ query }: SearchRequest, signal?: AbortSignal) {
    for (const result of [found(1, true), found(query.length)]) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      if (signal?.aborted === true) return;
      yield result;
    }
  },
  prefetch: vi.fn(),
};

const announced = () =>
  [...document.querySelectorAll('[role=status]')].map(({ textContent }) => textContent).filter((text) => text !== '');

describe('a search session', () => {
  let session: SearchSession;
  let shown: string[];

  beforeEach(() => {
    vi.useFakeTimers();
    document.body.replaceChildren();
    session = new SearchSession(engine);
    shown = [];
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  async function search(query: string) {
    for await (const result of session.search({ ...emptySearch, query }, 5)) {
      if (result.state === 'found') shown.push(`${query} ${String(result.total)}${result.isPartial ? ' so far' : ''}`);
    }
  }

  it('yields all results of a search, and announces the last one after a pause', async () => {
    void search('ffi');
    await vi.advanceTimersByTimeAsync(100);
    expect(shown).toEqual(['ffi 1 so far', 'ffi 3']);
    expect(announced()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(announced()).toEqual(['3 results']);
  });

  it('yields and announces nothing of a search that is followed by another', async () => {
    void search('f');
    void search('ff');
    await vi.advanceTimersByTimeAsync(30);
    void search('ffi');
    await vi.advanceTimersByTimeAsync(2000);
    expect(shown).toEqual(['ff 1 so far', 'ffi 1 so far', 'ffi 3']);
    expect(announced()).toEqual(['3 results']);
  });

  it('does not announce a result if the reader goes on typing', async () => {
    void search('ff');
    await vi.advanceTimersByTimeAsync(500);
    void search('ffi');
    await vi.advanceTimersByTimeAsync(400);
    expect(announced()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(announced()).toEqual(['3 results']);
  });

  it('announces nothing after it was stopped', async () => {
    void search('ffi');
    await vi.advanceTimersByTimeAsync(100);
    session.stop();
    await vi.advanceTimersByTimeAsync(2000);
    expect(announced()).toEqual([]);
  });
});
