import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitDates } from '../../../src/content/commit-dates.ts';

const root = mkdtempSync(join(tmpdir(), 'playbook-dates-'));
const repository = join(root, 'repository');

function git(cwd: string, args: readonly string[], date = '2026-01-01T00:00:00Z'): void {
  const identity = {
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.org',
  };
  const env = {
    ...process.env,
    ...identity,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
  execFileSync('git', args, { cwd, env, stdio: 'pipe' });
}

function commit(files: Record<string, string>, date: string): void {
  for (const [path, text] of Object.entries(files)) writeFileSync(join(repository, path), text);
  git(repository, ['add', '.']);
  git(repository, ['commit', '-m', 'Change'], date);
}

beforeAll(() => {
  mkdirSync(join(repository, 'agents/crew'), { recursive: true });
  git(repository, ['init']);
  commit({ 'agents/pilot.md': 'One', 'agents/crew/天気 2.md': 'One', 'README.md': 'One' }, '2026-01-01T08:00:00Z');
  commit({ 'README.md': 'Two' }, '2026-01-02T08:00:00Z');
  commit({ 'agents/pilot.md': 'Two' }, '2026-01-03T08:00:00+02:00');
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('the dates of agents’ files', () => {
  it('are those of the last commit that changed each file, by its path in the folder', async () => {
    const dates = await commitDates(join(repository, 'agents'));
    expect([...dates].map(([path, date]) => [path, date.toISOString()])).toEqual([
      ['pilot.md', '2026-01-03T06:00:00.000Z'],
      ['crew/天気 2.md', '2026-01-01T08:00:00.000Z'],
    ]);
  });

  it('are unknown where only a part of the history is known, as in most checkouts of a build', async () => {
    git(root, ['clone', '--depth=1', pathToFileURL(repository).href, 'shallow']);
    expect((await commitDates(join(root, 'shallow/agents'))).size).toBe(0);
  });

  it('are unknown outside of a repository, and in a folder that is not there', async () => {
    mkdirSync(join(root, 'plain'));
    expect((await commitDates(join(root, 'plain'))).size).toBe(0);
    expect((await commitDates(join(root, 'nowhere'))).size).toBe(0);
  });
});
