import fs, {
  createReadStream as realCreateReadStream,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startServer, type RunningServer } from '../../../scripts/server.ts';

const LONG = 'Grüße, ferris. '.repeat(300);
const FILES: Record<string, string> = {
  'site/index.html': '<title>home</title>',
  'site/404.html': '<title>lost</title>',
  'site/_headers': '/*\n  X-Site: yes\n/assets/*\n  Cache-Control: max-age=9\n/some/base/\n  X-Base: yes\n',
  'site/agents/one/index.html': '<title>one</title>',
  'site/agents/one.md': LONG,
  'site/assets/a.css': LONG,
  'site/assets/a.js': LONG,
  'site/assets/a.svg': `<svg>${LONG}</svg>`,
  'site/assets/a.wasm': LONG,
  'site/assets/a b+ü.txt': 'odd name',
  'site/data.json': `"${LONG}"`,
  'site/sitemap.xml': '<x/>',
  'site/robots.txt': 'x',
  'site/site.webmanifest': '{}',
  'site/pagefind/wasm.en.pagefind': LONG,
  'site/pagefind/en_1.pf_meta': LONG,
  'site/.env': 'secret',
  'site/.well-known/security.txt': 'contact',
  'site/assets/.hidden/x.txt': 'secret',
  'outside.txt': 'secret',
  'site-other/index.html': 'secret',
};

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** node:http and not fetch, which would tidy the path (`..`), follow redirects and decompress. */
function ask(server: RunningServer, path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<Answer>((resolve, reject) => {
    request({ host: 'localhost', port: server.port, path, method, headers }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => {
        resolve({ status: res.statusCode, headers: res.headers, body: Buffer.concat(chunks) });
      });
    })
      .on('error', reject)
      .end();
  });
}

let folder: string;
let server: RunningServer;
let based: RunningServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'playbook-server-'));
  for (const [name, content] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  server = await startServer({ directory: join(folder, 'site'), port: 0 });
  based = await startServer({ directory: join(folder, 'site'), base: '/some/base/', port: 0 });
});

afterAll(async () => {
  await server.close();
  await based.close();
  rmSync(folder, { recursive: true });
});

describe('startServer', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/agents/one/', 'text/html; charset=utf-8'],
    ['/agents/one.md', 'text/markdown; charset=utf-8'],
    ['/assets/a.css', 'text/css; charset=utf-8'],
    ['/assets/a.js', 'text/javascript; charset=utf-8'],
    ['/assets/a.svg', 'image/svg+xml; charset=utf-8'],
    ['/data.json?x=1', 'application/json; charset=utf-8'],
    ['/sitemap.xml', 'application/xml; charset=utf-8'],
    ['/robots.txt', 'text/plain; charset=utf-8'],
    ['/site.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['/assets/a.wasm', 'application/wasm'],
    ['/pagefind/wasm.en.pagefind', 'application/octet-stream'],
    ['/pagefind/en_1.pf_meta', 'application/octet-stream'],
    ['/assets/a%20b+%C3%BC.txt', 'text/plain; charset=utf-8'],
    ['/.well-known/security.txt', 'text/plain; charset=utf-8'],
  ])('serves %s as %s', async (path, type) => {
    const { status, headers } = await ask(server, path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe(type);
    expect(headers['x-site']).toBe('yes');
  });

  it.each(['/nothing', '/nothing/', '/assets/', '/assets', '/robots.txt/', '/agents/one/index', '/robots.txt%3Fx'])(
    'answers %s with the 404 page',
    async (path) => {
      const { status, headers, body } = await ask(server, path);
      expect(status).toBe(404);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['x-site']).toBe('yes');
      expect(headers['cache-control']).toBe('no-cache');
      expect(body.toString()).toContain('lost');
    },
  );

  it('answers with the 404 page if a file cannot be opened', async () => {
    const broken = join(folder, 'site/assets/broken.css');
    symlinkSync(join(folder, 'deleted.css'), broken);
    expect((await ask(server, '/assets/broken.css')).status).toBe(404);
    // A rebuild of the site may delete a file between the check that it exists and the moment it is opened.
    vi.spyOn(fs, 'createReadStream').mockImplementationOnce(() => realCreateReadStream(broken));
    const { status, headers, body } = await ask(server, '/assets/a.js');
    expect([status, headers.etag, body.toString()]).toEqual([404, undefined, expect.stringContaining('lost')]);
    expect((await ask(server, '/assets/a.js')).status).toBe(200);
  });

  it('sends the headers of _headers, and no-cache where _headers sets no Cache-Control', async () => {
    expect((await ask(server, '/assets/a.css')).headers['cache-control']).toBe('max-age=9');
    expect((await ask(server, '/')).headers['cache-control']).toBe('no-cache');
  });

  it('redirects a folder to its address with a final slash and the same query', async () => {
    const { status, headers } = await ask(server, '/agents/one?q=a?b');
    expect(status).toBe(301);
    expect(headers.location).toBe('/agents/one/?q=a?b');
  });

  it.each([
    '/_headers',
    '/_HEADERS',
    '/%5fheaders',
    '/.env',
    '/%2eenv',
    '/assets/.hidden/x.txt',
    '/../outside.txt',
    '/%2e%2e/outside.txt',
    '/%2e%2e%2foutside.txt',
    '/..%2foutside.txt',
    '/..%5coutside.txt',
    '/%252e%252e%252foutside.txt',
    '/assets/../../outside.txt',
    '/../site-other/index.html',
    '/../site-other',
    '/.well-known/../../outside.txt',
    '//agents/one',
    '/x%00.html',
    '/%',
    '/%E0%A4%A',
  ])('does not serve %s', async (path) => {
    const { status, body } = await ask(server, path);
    expect([400, 404]).toContain(status);
    expect(body.toString()).not.toContain('secret');
    expect(body.toString()).not.toContain('X-Site');
  });

  it('answers 404 to a name that is too long for a file', async () => {
    expect((await ask(server, `/${'x'.repeat(5000)}`)).status).toBe(404);
  });

  it('answers HEAD like GET but without the body', async () => {
    const { status, headers, body } = await ask(server, '/agents/one.md', {}, 'HEAD');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/markdown; charset=utf-8');
    expect(headers['content-length']).toBe(String(Buffer.byteLength(LONG)));
    expect(body).toHaveLength(0);
    expect((await ask(server, '/nothing', {}, 'HEAD')).status).toBe(404);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('answers %s with 405', async (method) => {
    const { status, headers } = await ask(server, '/', {}, method);
    expect(status).toBe(405);
    expect(headers.allow).toBe('GET, HEAD');
  });

  it('ignores ranges, invalid ones included', async () => {
    const { status, body } = await ask(server, '/agents/one.md', { range: 'bytes=50-2' });
    expect(status).toBe(200);
    expect(body.toString()).toBe(LONG);
  });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('compresses text with %s', async (encoding, decompress) => {
    for (const path of ['/agents/one.md', '/assets/a.css', '/assets/a.js', '/assets/a.svg', '/data.json']) {
      const { headers, body } = await ask(server, path, { 'accept-encoding': encoding });
      expect(headers['content-encoding']).toBe(encoding);
      expect(headers.vary).toBe('Accept-Encoding');
      expect(decompress(body).toString()).toContain(LONG);
    }
  });

  it('prefers Brotli if the browser accepts several encodings', async () => {
    const { headers } = await ask(server, '/agents/one.md', { 'accept-encoding': 'gzip, deflate, br, zstd' });
    expect(headers['content-encoding']).toBe('br');
  });

  it.each(['/assets/a.wasm', '/pagefind/wasm.en.pagefind', '/pagefind/en_1.pf_meta'])(
    'does not compress %s again',
    async (path) => {
      const { headers, body } = await ask(server, path, { 'accept-encoding': 'gzip, br' });
      expect(headers['content-encoding']).toBeUndefined();
      expect(body.toString()).toBe(LONG);
    },
  );

  it('compresses nothing if it is told so', async () => {
    const plain = await startServer({ directory: join(folder, 'site'), port: 0, compressed: false });
    const { headers, body } = await ask(plain, '/agents/one.md', { 'accept-encoding': 'gzip, br' });
    await plain.close();
    expect(headers['content-encoding']).toBeUndefined();
    expect(body.toString()).toBe(LONG);
  });

  it('answers 304 to the ETag of an earlier response', async () => {
    const { etag = '' } = (await ask(server, '/agents/one/')).headers;
    expect(etag).not.toBe('');
    const again = await ask(server, '/agents/one/', { 'if-none-match': etag });
    expect(again.status).toBe(304);
    expect(again.headers['x-site']).toBe('yes');
    expect(again.body).toHaveLength(0);
  });

  it('listens on the next free port, unless strictPort is set', async () => {
    const options = { directory: join(folder, 'site'), port: server.port };
    const next = await startServer(options);
    expect(next.port).toBeGreaterThan(server.port);
    expect(next.url).toBe(`http://localhost:${String(next.port)}/`);
    await next.close();
    await expect(startServer({ ...options, strictPort: true })).rejects.toThrow('EADDRINUSE');
  });

  it('throws an error if the directory is absent', async () => {
    await expect(startServer({ directory: join(folder, 'absent'), port: 0 })).rejects.toThrow('absent');
  });

  it('answers unknown paths with plain text if the site has no 404 page', async () => {
    const plain = await startServer({ directory: join(folder, 'site-other'), port: 0 });
    const { status, headers } = await ask(plain, '/nothing');
    await plain.close();
    expect(status).toBe(404);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  });
});

describe('startServer under a base path', () => {
  it('serves the site below the base path and matches header patterns against the whole path', async () => {
    expect(based.url).toBe(`http://localhost:${String(based.port)}/some/base/`);
    const { status, headers, body } = await ask(based, '/some/base/');
    expect(status).toBe(200);
    expect(headers['x-base']).toBe('yes');
    expect(body.toString()).toContain('home');
    expect((await ask(based, '/some/base/agents/one.md')).status).toBe(200);
  });

  it.each([
    ['/', 302, '/some/base/'],
    ['/?q', 302, '/some/base/?q'],
    ['/some/base', 302, '/some/base/'],
    ['/some/base/agents/one', 301, '/some/base/agents/one/'],
  ])('redirects %s', async (path, status, location) => {
    const answer = await ask(based, path);
    expect(answer.status).toBe(status);
    expect(answer.headers.location).toBe(location);
  });

  it.each(['/agents/one/', '/some/', '/some/basement/', '/some/base/../../agents/one/', '/some/base//agents/one/'])(
    'answers %s with the 404 page',
    async (path) => {
      const { status, body } = await ask(based, path);
      expect(status).toBe(404);
      expect(body.toString()).toContain('lost');
    },
  );

  it('accepts a base without slashes at its ends', async () => {
    const sloppy = await startServer({ directory: join(folder, 'site'), base: 'x', port: 0 });
    expect(sloppy.url).toMatch(/\/x\/$/);
    expect((await ask(sloppy, '/x/robots.txt')).status).toBe(200);
    await sloppy.close();
  });
});
