import { describe, expect, it } from 'vitest';
import { isKeepable, kindOfRequest, pageKey } from '../../../src/offline/requests.ts';

const origin = 'https://playbook.example';
const base = '/some/base/';
const kept = new Set(['favicon.svg']);

interface Asked {
  mode?: RequestMode;
  method?: string;
  headers?: Record<string, string>;
}

function kind(path: string, { mode = 'cors', method = 'GET', headers = {} }: Asked = {}) {
  const url = new URL(path, origin + base).href;
  return kindOfRequest({ url, mode, method, headers: new Headers(headers) }, origin, base, kept);
}

describe('what the service worker does with a request', () => {
  it('takes navigations for pages, whatever their query', () => {
    expect(kind('agents/rust-pro/?highlight=ffi', { mode: 'navigate' })).toBe('page');
  });

  it('takes the manifest of the index for something that changes', () => {
    expect(kind('pagefind/search.json')).toBe('manifest');
  });

  it('takes scripts, parts of the index and what is kept from the start for files', () => {
    for (const path of [
      '_astro/Page.abc.js',
      'pagefind/0123456789/index/en_1.pf_index',
      'pagefind/0123456789/pagefind-entry.json?ts=1',
      'favicon.svg',
    ]) {
      expect(kind(path)).toBe('file');
    }
  });

  it.each([
    ['other hosts', 'https://elsewhere.example/some/base/_astro/x.js', {}],
    ['what lies beside the site', '/other/_astro/x.js', { mode: 'navigate' as const }],
    ['agents’ files, which must be those of today', 'agents/rust-pro.md', {}],
    ['parts of files', '_astro/x.js', { headers: { Range: 'bytes=0-9' } }],
    ['anything but GET', '_astro/x.js', { method: 'HEAD' }],
    ['forms that are sent', 'search/', { method: 'POST', mode: 'navigate' as const }],
  ])('leaves alone %s', (_, path, options) => {
    expect(kind(path, options)).toBe('other');
  });
});

describe('what is kept', () => {
  const whole = { status: 200, type: 'basic', redirected: false } as const;

  it('is whole answers of this host', () => {
    expect(isKeepable(whole)).toBe(true);
  });

  it.each([
    ['errors', { status: 404 }],
    ['failures of the host', { status: 503 }],
    ['parts', { status: 206 }],
    ['what another host said', { type: 'cors' as const }],
    ['what cannot be looked into', { type: 'opaque' as const, status: 0 }],
    ['answers from another address', { redirected: true }],
  ])('is never %s', (_, difference) => {
    expect(isKeepable({ ...whole, ...difference })).toBe(false);
  });

  it('is one page, whatever its query and anchor', () => {
    expect(pageKey(`${origin}${base}agents/x/?highlight=ffi#y`)).toBe(`${origin}${base}agents/x/`);
  });
});
