/* `npm run test:nginx`: a real nginx answers as the playbook's own server does. Needs nginx, as Debian packages it. */
import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request, type IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { gunzipSync } from 'node:zlib';
import { startServer, type RunningServer } from '../../scripts/server.ts';
import { BASE, bakery, projectRoot, run } from './bakery.ts';

const isInstalled = spawnSync('nginx', ['-v']).status === 0;
if (!isInstalled) console.warn('nginx is not installed, so its tests are skipped: apt-get install nginx-light');

/** Headers in which the answers may differ: the connection, and how a server makes the tag of a version. */
const OWN_HEADERS = ['connection', 'keep-alive', 'date', 'server', 'etag', 'last-modified', 'accept-ranges'];
/** Depend on whether a server compresses: nginx leaves short answers as they are. Compression has a test of its own. */
const COMPRESSION_HEADERS = ['content-length', 'transfer-encoding', 'content-encoding', 'vary'];
/** Of a redirect: nginx asks browsers to check it again, as they should. */
const REDIRECT_HEADERS = ['content-type', 'cache-control'];

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

describe.skipIf(!isInstalled)('nginx with the configuration that the playbook prints', () => {
  let folder: string;
  let site: string;
  let own: RunningServer;
  let nginx: ChildProcess | undefined;
  let port: number;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'playbook-nginx-'));
    site = join(folder, 'site');
    port = await freePort();
    const config = join(bakery, 'playbook.config.ts');
    const playbook = (...args: string[]) =>
      run(process.execPath, ['bin/playbook.mjs', ...args, '--config', config, '--out', site], { cwd: projectRoot });
    await playbook('build');
    await writeFile(join(folder, 'site.conf'), await playbook('nginx', '--port', String(port)));
    await writeFile(join(folder, 'nginx.conf'), mainConfig(folder));
    await run('nginx', ['-t', '-c', join(folder, 'nginx.conf')], { cwd: folder });
    nginx = spawn('nginx', ['-c', join(folder, 'nginx.conf')], { stdio: 'inherit' });
    own = await startServer({ directory: site, base: BASE, port: 0 });
    await listening(port);
  });

  afterAll(async () => {
    await own.close();
    if (nginx) {
      const ended = once(nginx, 'exit');
      nginx.kill();
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
  });

  const both = (path: string, headers: Record<string, string> = {}) =>
    Promise.all([port, own.port].map((one) => get(one, path, headers))) as Promise<[Answer, Answer]>;

  const kinds = [
    ['the home page', BASE],
    ['a page', `${BASE}agents/dough-planner/`],
    ['a page of the guide', `${BASE}guide/`],
    ["an agent's file", `${BASE}agents/dough-planner.md`],
    ['a picture', `${BASE}favicon.svg`],
    ['JSON', `${BASE}roster.json`],
    ['the service worker', `${BASE}service-worker.js`],
    ['a missing page', `${BASE}missing/`],
    ['a missing file', `${BASE}missing.txt`],
    ['a missing file that would be immutable', `${BASE}_astro/missing.js`],
    ['a folder without a page', `${BASE}_astro/`],
    ['a folder without the final slash', `${BASE}agents`],
    ['a folder without the final slash, with a query', `${BASE}agents?q=1`],
    ['the base path without the final slash', BASE.slice(0, -1)],
    ['the root of the host', '/'],
    ['the file with the headers', `${BASE}_headers`],
    ['a hidden file', `${BASE}.git/config`],
  ] as const;

  for (const [what, path] of kinds) {
    it(`answers a request for ${what} with the same status, headers and bytes`, async () => {
      compare(...(await both(path)), path.startsWith(BASE));
    });
  }

  it('answers a request for every other file of the site with the same status, headers and bytes', async () => {
    const paths = globSync('**/*.*', { cwd: site }).filter((path) => !path.endsWith('.html') && path !== '_headers');
    assert.ok(paths.some((path) => path.startsWith('_astro/')) && paths.some((path) => path.startsWith('pagefind/')));
    for (const path of paths) compare(...(await both(BASE + path)), true);
    console.log(`Compared ${String(paths.length)} files.`);
  });

  it('compresses the same files, to the same bytes after decompression', async () => {
    const scripts = globSync('_astro/*.js', { cwd: site });
    const paths = ['', 'agents/dough-planner/', 'service-worker.js', 'favicon.svg', 'missing/', ...scripts];
    for (const path of paths) {
      const [there, here] = await both(BASE + path, { 'Accept-Encoding': 'gzip' });
      const isLong = decompressed(here).body.length > 1024;
      for (const { headers } of isLong ? [there, here] : []) {
        assert.equal(headers['content-encoding'], 'gzip', path);
        assert.match(headers.vary ?? '', /accept-encoding/i, path);
      }
      compare(decompressed(there), decompressed(here), true);
    }
  });

  it('lets browsers keep assets for ever, and asks them to check everything else', async () => {
    const [script = ''] = globSync('_astro/*.js', { cwd: site });
    const [index = ''] = globSync('pagefind/*/*', { cwd: site });
    for (const path of [script, index]) {
      const { headers } = await get(port, BASE + path);
      assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable', path);
    }
    for (const path of ['', 'service-worker.js', 'agents/dough-planner.md']) {
      const { headers } = await get(port, BASE + path);
      assert.equal(headers['cache-control'], 'no-cache', path);
      const again = await get(port, BASE + path, { 'If-None-Match': headers.etag ?? '' });
      assert.equal(again.status, 304, path);
    }
  });
});

function compare(there: Answer, here: Answer, isInside: boolean): void {
  assert.equal(there.status, here.status);
  // Outside of the base path, each server answers in its own words.
  if (!isInside) {
    assert.equal(there.headers.location, here.headers.location);
    return;
  }
  // A redirect has a body that nobody sees.
  const isRedirect = here.headers.location !== undefined;
  assert.deepEqual(comparable(there, isRedirect), comparable(here, isRedirect));
  if (!isRedirect) assert.ok(there.body.equals(here.body), 'the bytes differ');
}

function comparable({ headers }: Answer, isRedirect: boolean): Record<string, unknown> {
  const ignored = [...OWN_HEADERS, ...COMPRESSION_HEADERS, ...(isRedirect ? REDIRECT_HEADERS : [])];
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !ignored.includes(name))
      .map(([name, value]) => [name, String(value).toLowerCase()]),
  );
}

function decompressed(answer: Answer): Answer {
  return answer.headers['content-encoding'] === 'gzip' ? { ...answer, body: gunzipSync(answer.body) } : answer;
}

function get(port: number, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ port, path, headers, host: 'localhost' }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) });
      });
    })
      .on('error', reject)
      .end();
  });
}

/** Returns the frame of the configuration, for an nginx that keeps everything in one folder. */
function mainConfig(folder: string): string {
  const path = (name: string) => JSON.stringify(join(folder, name));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `${process.getuid?.() === 0 ? 'user root;\n' : ''}daemon off;
pid ${path('nginx.pid')};
error_log ${path('error.log')};
events {}
http {
  access_log off;
${temporary.map((name) => `  ${name}_temp_path ${path(name)};`).join('\n')}
  include ${path('site.conf')};
}
`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** Waits until a port answers. */
async function listening(port: number): Promise<void> {
  const end = performance.now() + 60_000;
  for (;;) {
    try {
      await get(port, '/');
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
