import { dialectOf } from '../dialects/dialects.ts';
import { problem, type Position, type Problem } from '../problems.ts';
import type { RuleId } from '../rules/rules.ts';
import { withoutQuotes } from './quotation-marks.ts';
import { parseYaml, type Parsed } from './yaml.ts';

export interface FrontMatter {
  data: Record<string, unknown>;
  /** Position of each top-level key in the file. */
  at: Map<string, Position>;
  problems: Problem[];
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
    const match = /^(["']?)([A-Za-z_][\w-]*)\1[ \t]*:(?:[ \t]+([^\n]*)|[ \t]*)$/.exec(line);
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

/** Whether a value continues on lines without indentation. In YAML, only a list may. */
function continuesUnindented(lines: readonly string[], entry: Entry): boolean {
  return lines.slice(entry.start + 1, entry.end).some((line) => /^(?!- )\S/.test(line));
}

function parseEntry(lines: readonly string[], { start, end }: Entry): Parsed {
  return parseYaml(lines.slice(start, end).join('\n'));
}

/** Returns the lines of an entry with its value in quotes; `undefined` if quotes cannot be what is missing. */
function quoteEntry(lines: readonly string[], entry: Entry): string[] | undefined {
  if (entry.value === '' || /^(?:[|>[{&*]|- )/.test(entry.value) || continuesUnindented(lines, entry)) return;
  // Line breaks stay: the labels of a dialogue, for example, are on separate lines.
  const lineTexts = withoutQuotes(entry.value).split('\n');
  const quoted = JSON.stringify(lineTexts.map((line) => line.trim()).join('\n'));
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
    for (const [index, line] of quoted.entries()) repaired[entry.start + index] = line;
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
  const indent = indents.reduce((least, one) => Math.min(least, one), Infinity);
  return lines.map((line) => line.slice(indent)).join('\n');
}

/** Keys with a long text: a line below that looks like a key is more likely part of the text. */
const proseKeys = new Set(['description', 'initialPrompt']);

/** Reads each entry on its own: as YAML if it is valid, otherwise as text. */
function readEntries(lines: readonly string[], file: string): Record<string, unknown> {
  const keys = topLevelEntries(lines, () => true).map(({ key }) => key);
  const { dialect } = dialectOf(file, keys);
  // Below a description, only known keys count: a line such as `user: "hello"` belongs to the description.
  const isKey = (key: string, above?: string) =>
    Object.hasOwn(dialect.keys, key) || (above !== undefined && !proseKeys.has(above));
  const entries = topLevelEntries(lines, isKey).map((entry): [string, unknown] => {
    const parsed = continuesUnindented(lines, entry) ? undefined : parseEntry(lines, entry);
    return [entry.key, parsed && 'data' in parsed ? parsed.data[entry.key] : readAsText(entry.value)];
  });
  return Object.fromEntries(entries);
}

/**
 * Reads front matter in up to three steps, each more tolerant: as strict YAML; if that fails, with quotes around the
 * invalid values; if that fails as well, key by key. Each step beyond the first is reported as a problem, and so is
 * everything that is understood but that a tool would not understand: special spaces, keys in another case, and colours
 * that YAML takes for a comment.
 * @param text the text between the two `---` lines
 * @param firstLineNumber the line in the file on which that text starts
 * @param location the path of the file with that of its folder, which tells the dialect
 */
export function readFrontMatter(text: string, file: string, firstLineNumber: number, location = file): FrontMatter {
  const position = (line: number, column = 1): Position => ({ line: line + firstLineNumber, column });
  const written = text.split('\n');
  const original = written.map((line) => line.replace(specialSpaces, (spaces) => ' '.repeat(spaces.length)));
  const problems: Problem[] = [];
  const report = (rule: RuleId, at: Position, detail?: string) => {
    problems.push(problem(rule, file, at, detail));
  };

  // One report is enough: a file has either no such spaces or many.
  const changed = written.findIndex((line, index) => line !== original[index]);
  const special = /[^\S \t]/.exec(written[changed] ?? '');
  if (special) report('front-matter-space', position(changed, special.index + 1));

  const { data: read, lines } = readLines(original, location, position, report);
  const at = new Map(topLevelEntries(original, () => true).map(({ key, start }) => [key, position(start)]));
  reportDroppedComments(lines, position, report);
  restoreColour(read, original, at, report);
  return { data: restoreCase(read, location, at, report), at, problems };
}

/** Spaces other than plain ones and tabs, in places where YAML needs plain ones: as indentation, and after a key or a hyphen. */
const specialSpaces = /^\s*[^\S \t]\s*|(?<=^\s*(?:- )?[\w-]+:)\s*[^\S \t]\s*|(?<=^\s*-)\s*[^\S \t]\s*/;

type Report = (rule: RuleId, at: Position, detail?: string) => void;

/** @returns also the lines that were read at last, with the quotes that were missing */
function readLines(
  original: readonly string[],
  file: string,
  position: (line: number, column?: number) => Position,
  report: Report,
): { data: Record<string, unknown>; lines: readonly string[] } {
  const strict = parseYaml(original.join('\n'));
  if ('data' in strict) return { data: strict.data, lines: original };

  const repaired = quoteInvalidValues(original);
  const second = repaired && parseYaml(repaired.lines.join('\n'));
  if (repaired && second && 'data' in second) {
    for (const { key, line, column } of repaired.offenders)
      report('front-matter-unquoted', position(line, column), key);
    return { data: second.data, lines: repaired.lines };
  }
  report('front-matter-unreadable', position(strict.line, strict.column), strict.error);
  return { data: readEntries(original, file), lines: [] };
}

/** Reports values without quotes that contain ` #`: YAML silently drops the rest of the line. */
function reportDroppedComments(
  lines: readonly string[],
  position: (line: number, column: number) => Position,
  report: Report,
): void {
  for (const { key, start, end } of topLevelEntries(lines, () => true)) {
    if (key !== 'description' && key !== 'name') continue;
    if (!/^[\w-]+:[ \t]+[^\s"'|>[{#]/.test(lines[start] ?? '')) continue;
    for (let line = start; line < end; line++) {
      const comment = /[ \t]#/.exec(lines[line] ?? '');
      if (!comment) continue;
      report('front-matter-comment', position(line, comment.index + 2), key);
      break;
    }
  }
}

/** Reads `color: #FF8800` as a colour. To YAML the value is a comment, and absent. */
function restoreColour(
  data: Record<string, unknown>,
  lines: readonly string[],
  at: ReadonlyMap<string, Position>,
  report: Report,
): void {
  const entry = topLevelEntries(lines, () => true).find(({ key }) => key === 'color');
  const colour = /^#[\da-f]{3,8}(?=\s|$)/i.exec(entry?.value ?? '')?.[0];
  if (data.color !== null || colour === undefined) return;
  data.color = colour;
  report('front-matter-colour', at.get('color') ?? { line: 1, column: 1 }, 'color');
}

/**
 * Renames keys that differ from one of the file's dialect only in their case: `Tools` to `tools`.
 * @returns the data with its keys in the same order
 */
function restoreCase(
  data: Record<string, unknown>,
  location: string,
  at: Map<string, Position>,
  report: Report,
): Record<string, unknown> {
  const { dialect } = dialectOf(location, Object.keys(data));
  const knownKeys = new Map(Object.keys(dialect.keys).map((key) => [key.toLowerCase(), key]));
  const taken = new Set(Object.keys(data));
  const entries = Object.entries(data).map(([key, value]): [string, unknown] => {
    const known = knownKeys.get(key.toLowerCase());
    if (known === undefined || taken.has(known)) return [key, value];
    taken.add(known);
    const position = at.get(key) ?? { line: 1, column: 1 };
    at.set(known, position);
    report('front-matter-case', position, `\`${key}\` is not \`${known}\``);
    return [known, value];
  });
  return Object.fromEntries(entries);
}
