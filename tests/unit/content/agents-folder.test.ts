import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAgentsFolder } from '../../../src/content/agents-folder.ts';
import { skippedLines } from '../../../src/content/agents-loader.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'agents-'));
});
afterEach(() => rm(root, { recursive: true }));

async function write(...paths: string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), `# ${path}`);
  }
}
const pathsRead = async () => (await readAgentsFolder(root)).map(({ path }) => path);

describe('the folder of agents', () => {
  it('may be a repository: hidden folders are read, those of Git and of packages are not', async () => {
    await write('.claude/agents/a.md', '.github/agents/b.agent.md', 'plugins/x/agents/c.md', 'top.md', 'notes.txt');
    await write('.git/d.md', 'node_modules/p/e.md', 'plugins/x/node_modules/p/f.md');
    expect(await pathsRead()).toEqual([
      '.claude/agents/a.md',
      '.github/agents/b.agent.md',
      'plugins/x/agents/c.md',
      'top.md',
    ]);
  });

  it('is read once where links lead to folders, also in circles', async () => {
    await write('a/one.md', 'z-outside/two.md');
    await symlink(root, join(root, 'a', 'up'));
    await symlink(join(root, 'a'), join(root, 'b'));
    await symlink(join(root, 'a', 'one.md'), join(root, 'linked.md'));
    await symlink(join(root, 'nowhere'), join(root, 'dangling.md'));
    expect(await pathsRead()).toEqual(['a/one.md', 'dangling.md', 'linked.md', 'z-outside/two.md']);
  });

  it('includes the files of a folder that only a link leads to', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'linked-'));
    await writeFile(join(elsewhere, 'far.md'), '# Far');
    await symlink(elsewhere, join(root, 'team'));
    expect(await pathsRead()).toEqual(['team/far.md']);
    await rm(elsewhere, { recursive: true });
  });
});

describe('what a build says about skipped files', () => {
  it('is how many, why, and how to include them', () => {
    const reason = 'without front matter';
    expect(
      skippedLines([
        ...['a.md', 'b.md', 'c.md', 'd.md'].map((path) => ({ path, reason }) as const),
        { path: 'e.md', reason: 'of a command, a rule or a page' },
      ]),
    ).toEqual([
      'Skipped 4 files without front matter: a.md, b.md, c.md, 1 more',
      'Skipped 1 file of a command, a rule or a page: e.md',
      'To include a file, start it with front matter that has a `name` and a `description`.',
    ]);
    expect(skippedLines([])).toEqual([]);
  });
});
