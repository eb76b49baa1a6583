import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findNode } from '../../../bin/find-node.mjs';
import { cacheFolder, prepareSources } from '../../../bin/sources.mjs';

let root: string;
beforeEach(async () => {
  root = realpathSync(await mkdtemp(join(tmpdir(), 'sources-')));
  vi.stubEnv('XDG_CACHE_HOME', join(root, 'cache'));
});
afterEach(() => rm(root, { recursive: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}
const installed = () => join(root, 'node_modules/rust-agent-playbook');
const prepare = (workingFolder = join(root, 'team')) => prepareSources(installed(), workingFolder);

describe.skipIf(process.platform === 'win32' || process.platform === 'darwin')('the sources of a command', () => {
  beforeEach(async () => {
    await write('node_modules/rust-agent-playbook/src/site.ts', 'first');
    await write('node_modules/astro/package.json', '{}');
  });

  it('are used where they are, unless they are in node_modules', () => {
    expect(prepareSources(join(root, 'clone'), join(root, 'team'))).toBe(join(root, 'clone'));
  });

  it('are copied out of node_modules, into a cache folder of the working folder', async () => {
    const sources = prepare();
    expect(sources.startsWith(join(root, 'cache/agent-playbook'))).toBe(true);
    expect(await readFile(join(sources, 'src/site.ts'), 'utf8')).toBe('first');
    expect(prepare()).toBe(sources);
    expect(prepare(join(root, 'other'))).not.toBe(sources);
  });

  it('find the packages that npm has put beside and below the package', async () => {
    const sources = prepare();
    expect(realpathSync(join(sources, '../node_modules/astro'))).toBe(join(root, 'node_modules/astro'));
    expect(existsSync(join(sources, 'node_modules'))).toBe(false);
    await write('node_modules/rust-agent-playbook/node_modules/yaml/package.json', '{}');
    prepare();
    expect(realpathSync(join(sources, 'node_modules/yaml'))).toBe(join(installed(), 'node_modules/yaml'));
  });

  it('are copied again when the package has changed, and caches stay', async () => {
    const sources = prepare();
    await mkdir(join(sources, '.cache'));
    await write('node_modules/rust-agent-playbook/src/site.ts', 'second');
    prepare();
    expect(await readFile(join(sources, 'src/site.ts'), 'utf8')).toBe('second');
    expect(lstatSync(join(sources, '.cache')).isDirectory()).toBe(true);
  });

  it('are copied into a new temporary folder if there can be no cache folder', async () => {
    await write('cache', 'a file');
    vi.stubEnv('TMPDIR', root);
    expect(prepare().startsWith(join(root, 'agent-playbook-'))).toBe(true);
  });
});

describe('the cache folder', () => {
  it.each([
    ['linux', { XDG_CACHE_HOME: '/caches' }, '/home/a', '/caches/agent-playbook'],
    ['linux', {}, '/home/a', '/home/a/.cache/agent-playbook'],
    ['darwin', {}, '/Users/a', '/Users/a/Library/Caches/agent-playbook'],
    ['win32', { LOCALAPPDATA: String.raw`D:\a` }, String.raw`C:\Users\a`, String.raw`D:\a\agent-playbook`],
    ['win32', {}, String.raw`C:\Users\a`, String.raw`C:\Users\a\AppData\Local\agent-playbook`],
  ])('is where %s expects it: %j', (platform, env, home, folder) => {
    expect(cacheFolder({ env, platform, home })).toBe(folder);
  });
});

describe('the Node of a command', () => {
  it('is the current one if it is new enough, and otherwise that of the package', () => {
    expect(findNode({ version: '24.2.0', execPath: 'own', packaged: 'packaged' })).toBe('own');
    expect(findNode({ version: '20.19.0', execPath: 'own', packaged: 'packaged' })).toBe('packaged');
  });

  it('is asked for if there is none', () => {
    expect(() => findNode({ version: '20.19.0', execPath: 'own', packaged: undefined })).toThrow(
      'The playbook needs Node 24 or later, and this is Node 20.19.0: install a newer one from https://nodejs.org.',
    );
  });
});
