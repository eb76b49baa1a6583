import { globSync, realpathSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lastBuild } from '../../../scripts/cli/last-build.ts';
import { resolveSite } from '../../../src/settings/resolve-site.ts';

let root: string;
beforeEach(async () => {
  root = realpathSync(await mkdtemp(join(tmpdir(), 'last-build-')));
  await write('playbook/src/site.ts', 'source');
  await write('packages/.package-lock.json', '{}');
  await write('team/agents/baker.md', '---\nname: baker\n---\n');
  await write('team/dist/index.html', '<p>built</p>');
});
afterEach(() => rm(root, { recursive: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

function last(options: Parameters<typeof resolveSite>[0]['options'] = {}) {
  const site = resolveSite({ options, env: { PLAYBOOK_AGENTS: 'agents' }, folder: join(root, 'team') });
  return lastBuild(site, {
    sources: join(root, 'playbook'),
    packages: join(root, 'packages'),
    records: join(root, 'records'),
  });
}

async function isCurrent(options?: Parameters<typeof last>[0]): Promise<boolean> {
  return (await last(options)).isCurrent;
}

describe('a built site', () => {
  it('is up to date once its build has been recorded', async () => {
    const build = await last();
    expect(build.isCurrent).toBe(false);
    expect(await isCurrent()).toBe(false);
    build.record();
    expect(await isCurrent()).toBe(true);
  });

  describe('is out of date', () => {
    beforeEach(async () => {
      (await last()).record();
    });
    afterEach(() => {
      vi.unstubAllEnvs();
    });

    it.each([
      ['an agent changed', () => write('team/agents/baker.md', '---\nname: cook\n---\n')],
      ['an agent was added', () => write('team/agents/miller.md', '---\nname: miller\n---\n')],
      ['an agent was deleted', () => rm(join(root, 'team/agents/baker.md'))],
      ['the playbook changed', () => write('playbook/src/site.ts', 'another source')],
      ['a package was updated', () => write('packages/.package-lock.json', '{"lockfileVersion":3}')],
      ['its files were deleted', () => rm(join(root, 'team/dist'), { recursive: true })],
      ['a file was added to it', () => write('team/dist/more.html', '')],
      ['one of its files was written', () => utimes(join(root, 'team/dist/index.html'), 1, 1)],
      [
        'a variable of the build changed',
        () => {
          vi.stubEnv('PLAYBOOK_SOMETHING', '1');
          return Promise.resolve();
        },
      ],
    ])('if %s', async (_what, change) => {
      expect(await isCurrent()).toBe(true);
      await change();
      expect(await isCurrent()).toBe(false);
    });

    it('with other settings', async () => {
      expect(await isCurrent({ title: 'Our agents' })).toBe(false);
      expect(await isCurrent({ base: '/agents/' })).toBe(false);
    });

    it('if its topics file changed', async () => {
      await write('team/topics.yaml', 'topics: []');
      (await last({ topics: 'topics.yaml' })).record();
      expect(await isCurrent({ topics: 'topics.yaml' })).toBe(true);
      await write('team/topics.yaml', 'topics: {}');
      expect(await isCurrent({ topics: 'topics.yaml' })).toBe(false);
    });

    it('if the input changed while it was built', async () => {
      const build = await last();
      await write('team/agents/baker.md', '---\nname: cook\n---\n');
      build.record();
      expect(await isCurrent()).toBe(false);
    });

    it('if the record is damaged', async () => {
      const [record = ''] = globSync(join(root, 'records/*.json'));
      await writeFile(record, (await readFile(record, 'utf8')).slice(0, 20));
      expect(await isCurrent()).toBe(false);
    });
  });

  it('is built although the record cannot be written, and counts as out of date', async () => {
    await write('records', 'a file, and not a folder');
    const build = await last();
    expect(build.record).not.toThrow();
    expect(await isCurrent()).toBe(false);
  });

  it('counts as out of date if the versions of the packages are unknown', async () => {
    await rm(join(root, 'packages/.package-lock.json'));
    (await last()).record();
    expect(await isCurrent()).toBe(false);
  });
});
