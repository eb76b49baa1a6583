import { parseDocument } from 'yaml';
import { frontMatterKeys } from './front-matter-keys.ts';
import { problem, type Position, type Problem } from './problems.ts';

/** Front matter as read, with where each of its top-level keys stands in the file. */
export interface FrontMatter {
  data: Record<string, unknown>;
  at: Map<string, Position>;
  problems: Problem[];
}

type Parsed = { data: Record<string, unknown> } | { error: string; line: number; column: number };

/** Strict YAML 1.2 that must be a mapping (or nothing). Lines count from 0 inside the front matter. */
function parseStrictly(yaml: string): Parsed {
  const document = parseDocument(yaml, { prettyErrors: true, uniqueKeys: true, logLevel: 'silent' });
  const [error] = document.errors;
  if (error) {
    const { line, col } = error.linePos?.[0] ?? { line: 1, col: 1 };
    return { error: firstLine(error.message), line: line - 1, column: col };
  }
  try {
    // toJS throws on alias bombs: 100 expansions are more than any agent file needs.
    const data: unknown = document.toJS({ maxAliasCount: 100 });
    if (data === null || data === undefined) return { data: {} };
    if (typeof data === 'object' && !Array.isArray(data)) return { data: { ...data } };
    return { error: 'it is not a list of `key: value` lines', line: 0, column: 1 };
  } catch (error) {
    return { error: firstLine(error instanceof Error ? error.message : String(error)), line: 0, column: 1 };
  }
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+.*$/, '');
}

interface Entry {
  key: string;
  /** Index of the key's line, and of the line after its value. */
  start: number;
  end: number;
  value: string;
}

/** Cuts front matter at the lines that open a top-level key. */
function topLevelEntries(lines: readonly string[], isKey: (key: string) => boolean): Entry[] {
  const entries: Entry[] = [];
  lines.forEach((line, index) => {
    const match = /^([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*)|[ \t]*)$/.exec(line);
    const last = entries.at(-1);
    if (match?.[1] !== undefined && isKey(match[1])) {
      if (last) last.end = index;
      entries.push({ key: match[1], start: index, end: lines.length, value: match[2] ?? '' });
    }
  });
  for (const entry of entries) {
    entry.value = [entry.value, ...lines.slice(entry.start + 1, entry.end)].join('\n').trim();
  }
  return entries;
}

function withoutOuterQuotes(value: string): string {
  const quote = value.at(0);
  return value.length > 1 && (quote === '"' || quote === "'") && value.endsWith(quote) ? value.slice(1, -1) : value;
}

/** Quotes the entry in which the parser stumbled. Nothing if quoting cannot be what is missing. */
function requote(lines: readonly string[], line: number): { lines: string[]; key: string } | undefined {
  const entry = topLevelEntries(lines, () => true).findLast(({ start }) => start <= line);
  if (!entry || entry.value === '' || /^[|>[{&*]/.test(entry.value)) return;
  // Lines that are not indented do not belong to a plain value: leave those to the last resort.
  const continuation = lines.slice(entry.start + 1, entry.end);
  if (continuation.some((text) => /^\S/.test(text))) return;
  const quoted = `${entry.key}: ${JSON.stringify(withoutOuterQuotes(entry.value).replace(/\s*\n\s*/g, ' '))}`;
  if (quoted === lines[entry.start]) return;
  // Blank lines keep the later lines where they are, so that positions stay true.
  const padding = continuation.map(() => '');
  return { lines: [...lines.slice(0, entry.start), quoted, ...padding, ...lines.slice(entry.end)], key: entry.key };
}

/** The value of a key read without YAML: quotes or a block marker go, the text stays. */
function readLoosely(value: string): string {
  const block = /^[|>][+-]?\d?[ \t]*\n/.exec(value);
  if (!block) return withoutOuterQuotes(value);
  const lines = value.slice(block[0].length).split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join('\n');
}

/**
 * Reads front matter, ever more tolerantly: strict YAML; only if that fails, with the offending lines
 * quoted; only if that fails too, the known keys line by line. Each step taken is reported.
 * @param yaml the text between the two `---` lines
 * @param firstLineNumber the line in the file on which that text starts
 */
export function readFrontMatter(yaml: string, file: string, firstLineNumber: number): FrontMatter {
  const original = yaml.split('\n');
  const position = (line: number, column = 1): Position => ({ line: line + firstLineNumber, column });
  const at = new Map(topLevelEntries(original, () => true).map(({ key, start }) => [key, position(start)]));

  const strict = parseStrictly(yaml);
  if ('data' in strict) return { data: strict.data, at, problems: droppedComments(original, file, position) };

  let lines: string[] = original;
  const requoted: Problem[] = [];
  let attempt: Parsed = strict;
  // Each round quotes one more entry, so there are at most as many rounds as lines.
  for (let round = 0; round < original.length && 'error' in attempt; round++) {
    const mended = requote(lines, attempt.line);
    if (!mended) break;
    requoted.push(problem('front-matter-unquoted', file, position(attempt.line, attempt.column), mended.key));
    lines = mended.lines;
    attempt = parseStrictly(lines.join('\n'));
  }
  if ('data' in attempt) return { data: attempt.data, at, problems: requoted };

  // Only known keys: here a line such as `user: "hello"` belongs to the value above it.
  const entries = topLevelEntries(original, (key) => Object.hasOwn(frontMatterKeys, key));
  const data = Object.fromEntries(entries.map(({ key, value }) => [key, readLoosely(value)]));
  return {
    data,
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
