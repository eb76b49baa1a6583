import { globSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

const SUBJECTS = ['async', 'cargo', 'cli', 'crypto', 'database', 'embedded', 'ffi', 'kernel', 'network', 'parser'];
const ROLES = ['architect', 'auditor', 'engineer', 'expert', 'optimizer', 'planner', 'reviewer', 'tester', 'writer'];
const SEED = 20_26;

/** An agent file, split into its sections. */
interface AgentParts {
  readonly name: string;
  /** With its `---` lines. */
  readonly frontMatter: string;
  /** The text before the first section. */
  readonly introduction: string;
  readonly sections: readonly string[];
}

/**
 * Writes a folder of generated agents. Each has the front matter of one of the original agents and as many
 * sections as that one, chosen at random from all originals, so that the average size stays the same. They mention
 * each other where the originals do. The output is the same on every machine.
 *
 * @param from the folder of the original agents
 * @param folder the folder to write to; its content is deleted first
 * @throws Error if `from` has no agent with front matter
 */
export async function generateAgents(count: number, from: string, folder: string): Promise<void> {
  const paths = globSync('*.md', { cwd: from }).sort();
  const originals = await Promise.all(
    paths.map(async (path) => splitAgent(path, await readFile(join(from, path), 'utf8'))),
  );
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const { name, text } of recombine(count, originals)) await writeFile(join(folder, `${name}.md`), text);
}

/** Splits a file at its `## ` headings outside code. */
function splitAgent(path: string, file: string): AgentParts {
  const [, frontMatter, body] = /^(---\n.*?\n---\n)(.*)$/s.exec(file.replaceAll('\r\n', '\n')) ?? [];
  if (frontMatter === undefined || body === undefined) throw new Error(`${path} has no front matter.`);
  const pieces = [''];
  let fence = '';
  for (const line of body.trimEnd().split('\n')) {
    const [, mark = '', rest = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (fence === '' && line.startsWith('## ')) pieces.push('');
    else if (fence === '') fence = mark;
    else if (mark.startsWith(fence) && rest.trim() === '') fence = '';
    pieces.push(`${pieces.pop() ?? ''}${line}\n`);
  }
  const [introduction = '', ...sections] = pieces;
  return { name: basename(path, '.md'), frontMatter, introduction, sections };
}

/** Yields the generated agents one by one. */
function* recombine(count: number, originals: readonly AgentParts[]): Generator<{ name: string; text: string }> {
  const random = randomNumbers(SEED);
  const names = Array.from({ length: count }, (_, index) => generatedName(index));
  const pool = originals.flatMap(({ sections }) => sections);
  const mentions = new RegExp(`(?<![\\w-])(?:${originals.map(({ name }) => name).join('|')})(?![\\w-])`, 'g');

  for (const [index, name] of names.entries()) {
    const original = originals[index % originals.length];
    if (!original) throw new Error('There are no agents to generate others from.');
    const sections = sample(pool, original.sections.length, random);
    const text = [original.introduction, ...sections].join('\n').replace(mentions, () => names[random(count)] ?? name);
    yield { name, text: original.frontMatter.replace(mentions, name) + text };
  }
}

function generatedName(index: number): string {
  const subject = SUBJECTS[index % SUBJECTS.length] ?? '';
  const role = ROLES[Math.floor(index / SUBJECTS.length) % ROLES.length] ?? '';
  return `${subject}-${role}-${String(index + 1)}`;
}

/** Chooses some of the items at random, each at most once. */
function sample<T>(items: readonly T[], count: number, random: (below: number) => number): T[] {
  const left = [...items];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(random(left.length), 1)).flat();
}

/** Returns a generator of whole numbers below a limit: mulberry32 by Tommy Ettinger. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
