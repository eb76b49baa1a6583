import { parseDocument } from 'yaml';
import { frontMatterKeys } from './front-matter-keys.ts';
import { problem, type Position, type Problem } from '../problems.ts';
import { withoutQuotes } from './quotation-marks.ts';

export interface FrontMatter {
  data: Record<string, unknown>;
  /** Position of each top-level key in the file. */
  at: Map<string, Position>;
  problems: Problem[];
}

type Parsed = { data: Record<string, unknown> } | { error: string; line: number; column: number };

const TOO_DEEP = 'a value contains itself, or is nested too deeply';

/** Parses strict YAML 1.2 that is a mapping or empty. Lines count from 0 inside the front matter. */
function parseStrictly(yaml: string): Parsed {
  try {
    const document = parseDocument(yaml, { prettyErrors: true, uniqueKeys: true, logLevel: 'silent' });
    const [error] = document.errors;
    // Where the parser stops depends on how much of the stack is left, so its position means nothing.
    if (error?.code === 'RESOURCE_EXHAUSTION') return { error: TOO_DEEP, line: 0, column: 1 };
    if (error) {
      const { line, col } = error.linePos?.[0] ?? { line: 1, col: 1 };
      return { error: shortMessage(error.message), line: line - 1, column: col };
    }
    // Throws on alias bombs: no agent file needs more than 100 expansions.
    const data: unknown = document.toJS({ maxAliasCount: 100 });
    // Throws on a value that contains itself (`a: &a [*a]`): that is valid YAML, but cannot be shown or stored.
    JSON.stringify(data);
    if (data === null || data === undefined) return { data: {} };
    if (typeof data === 'object' && !Array.isArray(data)) return { data: { ...data } };
    return { error: 'it is not a list of `key: value` lines', line: 0, column: 1 };
  } catch (error) {
    // `yaml` throws a ReferenceError for a bad alias; any other error is about the shape of the value.
    return { error: error instanceof ReferenceError ? shortMessage(error.message) : TOO_DEEP, line: 0, column: 1 };
  }
}

/** Returns the first line of a message of the YAML parser, without the position. */
export function shortMessage(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/:?(?: at line \d+.*)?$/, '');
}

interface Entry {
  key: string;
  /** Index of the key's line, and of the line after its value. */
  start: number;
  end: number;
  value: string;
}

/**
 * Splits front matter at the lines that start with a top-level key.
 * @param isKey decides whether a word is a key, given the key above
 */
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

/** Whether a value continues on lines without indentation. In YAML, those do not belong to the value. */
function continuesUnindented(lines: readonly string[], entry: Entry): boolean {
  return lines.slice(entry.start + 1, entry.end).some((line) => /^\S/.test(line));
}

function parseEntry(lines: readonly string[], { start, end }: Entry): Parsed {
  return parseStrictly(lines.slice(start, end).join('\n'));
}

/** Returns the lines of an entry with its value in quotes; `undefined` if quotes cannot be what is missing. */
function quoteEntry(lines: readonly string[], entry: Entry): string[] | undefined {
  if (entry.value === '' || /^(?:[|>[{&*]|- )/.test(entry.value) || continuesUnindented(lines, entry)) return;
  // Line breaks are kept: the labels of a dialogue, for example, are on separate lines.
  const quoted = JSON.stringify(withoutQuotes(entry.value).replace(/[ \t]*\n[ \t]*/g, '\n'));
  // Blank lines fill the gap, so that the positions of later lines stay correct.
  const padding = lines.slice(entry.start + 1, entry.end).map(() => '');
  return [`${entry.key}: ${quoted}`, ...padding];
}

/** Quotes every value that is not valid YAML on its own; `undefined` if quotes cannot repair one of them. */
function quoteInvalidValues(
  lines: readonly string[],
): { lines: string[]; offenders: (Position & { key: string })[] } | undefined {
  const repaired = [...lines];
  const offenders: (Position & { key: string })[] = [];
  for (const entry of topLevelEntries(lines, () => true)) {
    const parsed = parseEntry(lines, entry);
    if ('data' in parsed) continue;
    const quoted = quoteEntry(lines, entry);
    if (!quoted) return;
    repaired.splice(entry.start, quoted.length, ...quoted);
    offenders.push({ key: entry.key, line: entry.start + parsed.line, column: parsed.column });
  }
  return { lines: repaired, offenders };
}

/** Reads a value as text, without YAML: removes the quotes or the block marker around it. */
function readAsText(value: string): string {
  const block = /^[|>][-+\d]{0,2}[ \t]*(?:\n|$)/.exec(value);
  if (!block) return withoutQuotes(value);
  const lines = value.slice(block[0].length).split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join('\n');
}

/** Keys with a long text: a line below that looks like a key is more likely part of the text. */
const proseKeys = new Set(['description', 'initialPrompt']);

/** Reads each entry on its own: as YAML if it is valid, otherwise as text. */
function readEntries(lines: readonly string[]): Record<string, unknown> {
  // Below a description, only known keys count: a line such as `user: "hello"` belongs to the description.
  const isKey = (key: string, above?: string) =>
    Object.hasOwn(frontMatterKeys, key) || (above !== undefined && !proseKeys.has(above));
  const entries = topLevelEntries(lines, isKey).map((entry): [string, unknown] => {
    const parsed = continuesUnindented(lines, entry) ? undefined : parseEntry(lines, entry);
    return [entry.key, parsed && 'data' in parsed ? parsed.data[entry.key] : readAsText(entry.value)];
  });
  return Object.fromEntries(entries);
}

/**
 * Reads front matter in up to three steps, each more tolerant: as strict YAML; if that fails, with quotes around the
 * invalid values; if that fails as well, key by key. Each step beyond the first is reported as a problem.
 * @param yaml the text between the two `---` lines
 * @param firstLineNumber the line in the file on which that text starts
 */
export function readFrontMatter(yaml: string, file: string, firstLineNumber: number): FrontMatter {
  const original = yaml.split('\n');
  const position = (line: number, column = 1): Position => ({ line: line + firstLineNumber, column });
  const at = new Map(topLevelEntries(original, () => true).map(({ key, start }) => [key, position(start)]));

  const strict = parseStrictly(yaml);
  if ('data' in strict) return { data: strict.data, at, problems: droppedComments(original, file, position) };

  const repaired = quoteInvalidValues(original);
  const second = repaired && parseStrictly(repaired.lines.join('\n'));
  if (repaired && second && 'data' in second) {
    const unquoted = repaired.offenders.map(({ key, line, column }) =>
      problem('front-matter-unquoted', file, position(line, column), key),
    );
    return { data: second.data, at, problems: [...unquoted, ...droppedComments(repaired.lines, file, position)] };
  }

  return {
    data: readEntries(original),
    at,
    problems: [problem('front-matter-unreadable', file, position(strict.line, strict.column), strict.error)],
  };
}

/** Reports values without quotes that contain ` #`: YAML silently drops the rest of the line. */
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
