import { describe, expect, it } from 'vitest';
import { isCacheable, kindOfRequest, pageKey } from '../../../src/offline/requests.ts';

const origin = 'https://playbook.example';
const base = '/some/base/';

interface RequestOptions {
  mode?: RequestMode;
  method?: string;
  headers?: Record<string, string>;
}

function kind(path: string, { mode = 'cors', method = 'GET', headers = {} }: RequestOptions = {}) {
  const url = new URL(path, origin + base).href;
  return kindOfRequest({ url, mode, method, headers: new Headers(headers) }, origin, base);
}

describe('kindOfRequest', () => {
  it('classifies a navigation as a page, whatever its query', () => {
    expect(kind('agents/rust-pro/?highlight=ffi', { mode: 'navigate' })).toBe('page');
  });

  it('classifies the manifest of the search index as a manifest', () => {
    expect(kind('pagefind/search.json')).toBe('manifest');
  });

  it('classifies scripts and index files as files', () => {
    for (const path of [
      '_astro/Page.abc.js',
      'pagefind/0123456789/index/en_1.pf_index',
      'pagefind/0123456789/pagefind-entry.json?ts=1',
    ]) {
      expect(kind(path)).toBe('file');
    }
  });

  it.each([
    ['a request to another host', 'https://elsewhere.example/some/base/_astro/x.js', {}],
    ['a page of the same host outside the base path', '/other/_astro/x.js', { mode: 'navigate' as const }],
    ['an agent’s file, which must be current', 'agents/rust-pro.md', {}],
    ['an agent’s file that is opened in a tab', 'agents/rust-pro.md', { mode: 'navigate' as const }],
    ['an archive that is downloaded', 'plugins/rust-pro.zip', { mode: 'navigate' as const }],
    ['a file for programs that is opened in a tab', 'marketplace.json', { mode: 'navigate' as const }],
    ['the icon', 'favicon.svg', {}],
    ['a request for a part of a file', '_astro/x.js', { headers: { Range: 'bytes=0-9' } }],
    ['a method other than GET', '_astro/x.js', { method: 'HEAD' }],
    ['a submitted form', 'search/', { method: 'POST', mode: 'navigate' as const }],
  ])('does not handle %s', (_, path, options) => {
    expect(kind(path, options)).toBe('other');
  });
});

describe('isCacheable', () => {
  const complete = { status: 200, type: 'basic', redirected: false } as const;

  it('accepts a complete response of this host', () => {
    expect(isCacheable(complete)).toBe(true);
  });

  it.each([
    ['a client error', { status: 404 }],
    ['a server error', { status: 503 }],
    ['a partial response', { status: 206 }],
    ['a response of another host', { type: 'cors' as const }],
    ['an opaque response', { type: 'opaque' as const, status: 0 }],
    ['a redirected response', { redirected: true }],
  ])('rejects %s', (_, difference) => {
    expect(isCacheable({ ...complete, ...difference })).toBe(false);
  });
});

describe('pageKey', () => {
  it('is the same for a page whatever its query and fragment', () => {
    expect(pageKey(`${origin}${base}agents/x/?highlight=ffi#y`)).toBe(`${origin}${base}agents/x/`);
  });
});
