import { parseDocument } from 'yaml';
import { frontMatterKeys } from './front-matter-keys.ts';
import { problem, type Position, type Problem } from '../problems.ts';
import { withoutQuotes } from './quotes.ts';

/** Front matter as read, with where each of its top-level keys stands in the file. */
export interface FrontMatter {
  data: Record<string, unknown>;
  at: Map<string, Position>;
  problems: Problem[];
}

type Parsed = { data: Record<string, unknown> } | { error: string; line: number; column: number };

const TOO_DEEP = 'a value holds itself, or nests too deeply';

/** Strict YAML 1.2 that must be a mapping (or nothing). Lines count from 0 inside the front matter. */
function parseStrictly(yaml: string): Parsed {
  try {
    const document = parseDocument(yaml, { prettyErrors: true, uniqueKeys: true, logLevel: 'silent' });
    const [error] = document.errors;
    // How deep the parser comes depends on the stack that is left, so where it stops is no position.
    if (error?.code === 'RESOURCE_EXHAUSTION') return { error: TOO_DEEP, line: 0, column: 1 };
    if (error) {
      const { line, col } = error.linePos?.[0] ?? { line: 1, col: 1 };
      return { error: firstLine(error.message), line: line - 1, column: col };
    }
    // toJS throws on alias bombs: 100 expansions are more than any agent file needs.
    const data: unknown = document.toJS({ maxAliasCount: 100 });
    // So does this on a value that holds itself (`a: &a [*a]`), which is YAML, but can be neither shown nor stored.
    JSON.stringify(data);
    if (data === null || data === undefined) return { data: {} };
    if (typeof data === 'object' && !Array.isArray(data)) return { data: { ...data } };
    return { error: 'it is not a list of `key: value` lines', line: 0, column: 1 };
  } catch (error) {
    // `yaml` throws these for aliases; all else is about the shape of the value.
    return { error: error instanceof ReferenceError ? firstLine(error.message) : TOO_DEEP, line: 0, column: 1 };
  }
}

/** What a message of the YAML parser says, without where. */
export function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/:?(?: at line \d+.*)?$/, '');
}

interface Entry {
  key: string;
  /** Index of the key's line, and of the line after its value. */
  start: number;
  end: number;
  value: string;
}

/** Cuts front matter at the lines that open a top-level key. `isKey` is told the key above, too. */
function topLevelEntries(lines: readonly string[], isKey: (key: string, above?: string) => boolean): Entry[] {
  const entries: Entry[] = [];
  lines.forEach((line, index) => {
    const match = /^(["']?)([A-Za-z_][\w-]*)\1[ \t]*:(?:[ \t]+(.*)|[ \t]*)$/.exec(line);
    const last = entries.at(-1);
    if (match?.[2] !== undefined && isKey(match[2], last?.key)) {
      if (last) last.end = index;
      entries.push({ key: match[2], start: index, end: lines.length, value: match[3] ?? '' });
    }
  });
  for (const entry of entries) {
    entry.value = [entry.value, ...lines.slice(entry.start + 1, entry.end)].join('\n').trim();
  }
  return entries;
}

/** Whether lines follow that are not indented: in YAML those do not belong to the value. */
function runsOn(lines: readonly string[], entry: Entry): boolean {
  return lines.slice(entry.start + 1, entry.end).some((line) => /^\S/.test(line));
}

function parseAlone(lines: readonly string[], { start, end }: Entry): Parsed {
  return parseStrictly(lines.slice(start, end).join('\n'));
}

/** The lines of an entry with its value quoted. Nothing if quoting cannot be what is missing. */
function requote(lines: readonly string[], entry: Entry): string[] | undefined {
  if (entry.value === '' || /^(?:[|>[{&*]|- )/.test(entry.value) || runsOn(lines, entry)) return;
  // Line breaks stay: the labels of a dialogue, say, stand on lines of their own.
  const quoted = JSON.stringify(withoutQuotes(entry.value).replace(/[ \t]*\n[ \t]*/g, '\n'));
  // Blank lines keep the later lines where they are, so that positions stay true.
  const padding = lines.slice(entry.start + 1, entry.end).map(() => '');
  return [`${entry.key}: ${quoted}`, ...padding];
}

/** The front matter with every value quoted that is not YAML by itself. Nothing if that cannot mend it. */
function requoteAll(
  lines: readonly string[],
): { lines: string[]; offenders: (Position & { key: string })[] } | undefined {
  const mended = [...lines];
  const offenders: (Position & { key: string })[] = [];
  for (const entry of topLevelEntries(lines, () => true)) {
    const parsed = parseAlone(lines, entry);
    if ('data' in parsed) continue;
    const quoted = requote(lines, entry);
    if (!quoted) return;
    mended.splice(entry.start, quoted.length, ...quoted);
    offenders.push({ key: entry.key, line: entry.start + parsed.line, column: parsed.column });
  }
  return { lines: mended, offenders };
}

/** The value of a key read without YAML: quotes or a block marker go, the text stays. */
function readLoosely(value: string): string {
  const block = /^[|>][-+\d]{0,2}[ \t]*(?:\n|$)/.exec(value);
  if (!block) return withoutQuotes(value);
  const lines = value.slice(block[0].length).split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join('\n');
}

/** Keys whose text is long, so that a line under it which looks like a key is more likely part of it. */
const prose = new Set(['description', 'initialPrompt']);

/** Each entry by itself: as YAML where it is, as text where it is not. */
function readLineByLine(lines: readonly string[]): Record<string, unknown> {
  // Under a description only known keys count: a line such as `user: "hello"` belongs to it.
  const isKey = (key: string, above?: string) =>
    Object.hasOwn(frontMatterKeys, key) || (above !== undefined && !prose.has(above));
  const entries = topLevelEntries(lines, isKey).map((entry): [string, unknown] => {
    const parsed = runsOn(lines, entry) ? undefined : parseAlone(lines, entry);
    return [entry.key, parsed && 'data' in parsed ? parsed.data[entry.key] : readLoosely(entry.value)];
  });
  return Object.fromEntries(entries);
}

/**
 * Reads front matter, ever more tolerantly: strict YAML; only if that fails, with the offending values
 * quoted; only if that fails too, its keys one by one. Each step taken is reported.
 * @param yaml the text between the two `---` lines
 * @param firstLineNumber the line in the file on which that text starts
 */
export function readFrontMatter(yaml: string, file: string, firstLineNumber: number): FrontMatter {
  const original = yaml.split('\n');
  const position = (line: number, column = 1): Position => ({ line: line + firstLineNumber, column });
  const at = new Map(topLevelEntries(original, () => true).map(({ key, start }) => [key, position(start)]));

  const strict = parseStrictly(yaml);
  if ('data' in strict) return { data: strict.data, at, problems: droppedComments(original, file, position) };

  const mended = requoteAll(original);
  const second = mended && parseStrictly(mended.lines.join('\n'));
  if (mended && second && 'data' in second) {
    const unquoted = mended.offenders.map(({ key, line, column }) =>
      problem('front-matter-unquoted', file, position(line, column), key),
    );
    return { data: second.data, at, problems: [...unquoted, ...droppedComments(mended.lines, file, position)] };
  }

  return {
    data: readLineByLine(original),
    at,
    problems: [problem('front-matter-unreadable', file, position(strict.line, strict.column), strict.error)],
  };
}

/** A plain value with ` #` inside is valid YAML that silently loses its end. */
function droppedComments(
  lines: readonly string[],
  file: string,
  position: (line: number, column: number) => Position,
): Problem[] {
  return topLevelEntries(lines, () => true).flatMap(({ key, start }) => {
    const line = lines[start] ?? '';
    const match = /^[\w-]+:[ \t]+[^\s"'|>[{#].*?[ \t]+#/.exec(line);
    return match && (key === 'description' || key === 'name')
      ? [problem('front-matter-comment', file, position(start, match[0].length), key)]
      : [];
  });
}
