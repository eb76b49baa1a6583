import { globSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

const SUBJECTS = ['async', 'cargo', 'cli', 'crypto', 'database', 'embedded', 'ffi', 'kernel', 'network', 'parser'];
const ROLES = ['architect', 'auditor', 'engineer', 'expert', 'optimizer', 'planner', 'reviewer', 'tester', 'writer'];
const SEED = 20_26;

/** An agent file, cut where its sections begin. */
interface Parts {
  readonly name: string;
  /** With its fences. */
  readonly frontMatter: string;
  /** What comes before the first section. */
  readonly opening: string;
  readonly sections: readonly string[];
}

/**
 * Writes a folder of agents for measuring: as many as asked for, each with the front matter of one of the
 * given agents and as many sections as it has, taken at random from all of them; so they weigh the same on
 * average. They mention each other where the originals mention each other. The same on every machine.
 * @param folder is emptied first
 * @throws if `from` holds no agent with front matter
 */
export async function writeCrowd(count: number, from: string, folder: string): Promise<void> {
  const paths = globSync('*.md', { cwd: from }).sort();
  const originals = await Promise.all(paths.map(async (path) => cut(path, await readFile(join(from, path), 'utf8'))));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const { name, text } of crowd(count, originals)) await writeFile(join(folder, `${name}.md`), text);
}

/** One `## ` heading outside code opens a section. */
function cut(path: string, file: string): Parts {
  const [, frontMatter, body] = /^(---\n.*?\n---\n)(.*)$/s.exec(file.replaceAll('\r\n', '\n')) ?? [];
  if (frontMatter === undefined || body === undefined) throw new Error(`${path} has no front matter to recombine.`);
  const pieces = [''];
  let fence = '';
  for (const line of body.trimEnd().split('\n')) {
    const [, mark = '', rest = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (fence === '' && line.startsWith('## ')) pieces.push('');
    else if (fence === '') fence = mark;
    else if (mark.startsWith(fence) && rest.trim() === '') fence = '';
    pieces.push(`${pieces.pop() ?? ''}${line}\n`);
  }
  const [opening = '', ...sections] = pieces;
  return { name: basename(path, '.md'), frontMatter, opening, sections };
}

function* crowd(count: number, originals: readonly Parts[]): Generator<{ name: string; text: string }> {
  const random = randomNumbers(SEED);
  const names = Array.from({ length: count }, (_, index) => nameOf(index));
  const pool = originals.flatMap(({ sections }) => sections);
  const mentions = new RegExp(`(?<![\\w-])(?:${originals.map(({ name }) => name).join('|')})(?![\\w-])`, 'g');

  for (const [index, name] of names.entries()) {
    const original = originals[index % originals.length];
    if (!original) throw new Error('There are no agents to recombine.');
    const sections = draw(pool, original.sections.length, random);
    const text = [original.opening, ...sections].join('\n').replace(mentions, () => names[random(count)] ?? name);
    yield { name, text: original.frontMatter.replace(mentions, name) + text };
  }
}

function nameOf(index: number): string {
  const subject = SUBJECTS[index % SUBJECTS.length] ?? '';
  const role = ROLES[Math.floor(index / SUBJECTS.length) % ROLES.length] ?? '';
  return `${subject}-${role}-${String(index + 1)}`;
}

/** Some of the items, none twice, in an order of chance. */
function draw<T>(items: readonly T[], count: number, random: (below: number) => number): T[] {
  const left = [...items];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(random(left.length), 1)).flat();
}

/** Whole numbers below a limit, the same sequence for the same seed (mulberry32, by Tommy Ettinger). */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
