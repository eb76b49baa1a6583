/**
 * `node bench/gather-agents.ts FOLDER`: clones the public repositories of tests/search/public-agents.yaml and copies
 * 1,000 of their agent files into a folder, for `npm run bench -- judgements --agents=FOLDER`.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/** A repository, and the agent files in it. */
interface Source {
  readonly repository: string;
  readonly commit: string;
  /** Patterns of paths. */
  readonly files: readonly string[];
}

const COUNT = 1000;

const [target] = process.argv.slice(2);
try {
  if (target === undefined) throw new Error('Name the folder to write to: node bench/gather-agents.ts FOLDER');
  gather(resolve(target));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

function gather(folder: string): void {
  mkdirSync(folder, { recursive: true });
  // Other files would change what the judgements find.
  if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty.`);
  const list = readFileSync(join(import.meta.dirname, '../tests/search/public-agents.yaml'), 'utf8');
  let left = COUNT;
  for (const source of parse(list) as Source[]) {
    const clone = cloneSource(source);
    const paths = globSync([...source.files], { cwd: clone })
      .sort()
      .filter((path) => /^---\s*\n/.test(readFileSync(join(clone, path), 'utf8')))
      .slice(0, left);
    const name = new URL(source.repository).pathname.slice(1).replace('/', '-');
    for (const path of paths) cpSync(join(clone, path), join(folder, name, path));
    rmSync(clone, { recursive: true });
    left -= paths.length;
    console.log(`${source.repository}: ${String(paths.length)} files`);
  }
  if (left > 0) throw new Error(`There are only ${String(COUNT - left)} files.`);
}

/** @returns a temporary folder with the files of the commit, and without all others */
function cloneSource({ repository, commit, files }: Source): string {
  const folder = mkdtempSync(join(tmpdir(), 'agents-'));
  const git = (...words: string[]) =>
    execFileSync('git', words, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  git('init', '--quiet');
  git('remote', 'add', 'origin', repository);
  git('fetch', '--quiet', '--depth=1', '--filter=blob:none', 'origin', commit);
  // One request for all files: a checkout of paths would make one for each.
  git('sparse-checkout', 'set', '--no-cone', ...files.map((pattern) => `/${pattern}`));
  git('-c', 'advice.detachedHead=false', 'checkout', '--quiet', 'FETCH_HEAD');
  return folder;
}
