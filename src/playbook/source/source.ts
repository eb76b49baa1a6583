import { decodeText } from './encoding.ts';
import { readFrontMatter, type FrontMatter } from './front-matter.ts';
import { findHiddenText } from './hidden-text.ts';
import { findMojibake } from './mojibake.ts';
import { findSecrets } from './secrets.ts';
import { problem, type Position, type Problem } from '../problems.ts';

/** An agent file, split into front matter and body. */
export interface Source {
  /** Path inside the agents' folder, with forward slashes. */
  path: string;
  /** The path with that of the agents' folder, as far as it is known. It identifies the dialect. */
  location: string;
  /** Size of the file; 0 if it could not be read. */
  bytes: number;
  /** The values of the front matter; empty if there is none. */
  data: Record<string, unknown>;
  /** The text between the two lines `---`, with `\n` at the end of lines; empty if there is no front matter. */
  frontMatter: string;
  /** Position of each top-level key of the front matter. */
  at: FrontMatter['at'];
  /**
   * The system prompt; the whole text if there is no front matter. It starts with a blank line for each line of front
   * matter, so that line numbers are those of the file.
   */
  body: string;
  problems: Problem[];
}

const start: Position = { line: 1, column: 1 };

/** Returns an empty source, with the problem that its file could not be read. */
export function unreadableSource(path: string, reason: string): Source {
  const problems = [problem('file-unreadable', path, start, reason)];
  return { path, location: path, bytes: 0, data: {}, frontMatter: '', at: new Map(), body: '', problems };
}

/**
 * Splits the bytes of a file into front matter and body. Never throws: front matter that cannot be read stays in the
 * text, and is reported. Accepts byte order marks and all line endings.
 * @param path the file's path inside the agents' folder, with forward slashes
 * @param folder the path of that folder, with forward slashes
 */
export function readSource(path: string, bytes: Uint8Array, folder = ''): Source {
  const { text: decoded, encoding } = decodeText(bytes);
  const text = decoded.replace(/\r\n?/g, '\n');
  const location = folder === '' ? path : `${folder}/${path}`;
  const source: Source = {
    path,
    location,
    bytes: bytes.length,
    data: {},
    frontMatter: '',
    at: new Map(),
    body: text,
    problems: [],
  };
  const report = (kind: Parameters<typeof problem>[0], at: Position, detail?: string) => {
    source.problems.push(problem(kind, path, at, detail));
  };

  if (text.trim() === '') {
    report('file-empty', start);
    return source;
  }
  if (encoding !== 'UTF-8') report(encoding === 'UTF-16' ? 'utf-16' : 'not-utf8', start);
  for (const { found, original, ...at } of findMojibake(text)) report('mojibake', at, `“${found}” was “${original}”`);
  for (const { what, ...at } of findSecrets(text)) report('secret-like', at, what);
  for (const { what, ...at } of findHiddenText(text)) report('text-hidden', at, what);

  const lines = text.split('\n');
  const found = findFrontMatter(lines);
  if (!found) {
    report('front-matter-missing', start);
    return source;
  }
  const { open, close } = found;
  if (found.displaced !== undefined) report('front-matter-displaced', { line: open + 1, column: 1 }, found.displaced);
  if (close === -1) {
    report('front-matter-unclosed', { line: open + 1, column: 1 });
    return source;
  }
  const frontMatter = readFrontMatter(lines.slice(open + 1, close).join('\n'), path, open + 2, location);
  source.data = frontMatter.data;
  source.at = frontMatter.at;
  // Not `push(...)`: its arguments would exceed the stack.
  source.problems = [...source.problems, ...frontMatter.problems];
  for (const line of found.fenceLines) lines[line] = '';
  const body = lines.slice(close + 1).join('\n');
  if (body.trim() === '') report('body-empty', { line: close + 1, column: 1 });
  // Front matter without a single readable key stays in the text, so that readers can see it.
  const isUnreadable = frontMatter.problems.length > 0 && Object.keys(frontMatter.data).length === 0;
  if (!isUnreadable) {
    source.frontMatter = lines.slice(open + 1, close).join('\n');
    source.body = '\n'.repeat(close + 1) + body;
  }
  return source;
}

/** The position of the front matter in a file. Lines count from 0. */
interface FrontMatterPlace {
  /** The line `---` above it. */
  open: number;
  /** The line `---` below it; -1 if there is none. */
  close: number;
  /** Where it is instead of at the start of the file; absent if it is there. */
  displaced?: string;
  /** The lines of the fence around it. */
  fenceLines: number[];
}

/**
 * Finds front matter at the start of a file, after blank lines, below a comment such as a licence, or at the start of a
 * code fence, as `chatagent` files have it.
 */
function findFrontMatter(lines: readonly string[]): FrontMatterPlace | undefined {
  const isDelimiter = (line: string | undefined) => line !== undefined && /^---[ \t]*$/.test(line);
  const nextText = (from: number) => lines.findIndex((line, index) => index >= from && line.trim() !== '');
  const closeOf = (open: number) => lines.findIndex((line, index) => index > open && isDelimiter(line));

  const first = nextText(0);
  if (isDelimiter(lines[first])) return { open: first, close: closeOf(first), fenceLines: [] };

  let open = first;
  let displaced = '';
  if ((lines[first] ?? '').startsWith('<!--')) {
    const end = lines.findIndex((line, index) => index >= first && line.includes('-->'));
    if (end === -1 || !/-->[ \t]*$/.test(lines[end] ?? '')) return;
    open = nextText(end + 1);
    displaced = 'below a comment';
  }
  const fence = /^(`{3,}|~{3,})[\w-]*[ \t]*$/.exec(lines[open] ?? '')?.[1];
  const fenceLine = open;
  if (fence !== undefined) {
    open = nextText(open + 1);
    displaced = 'in a code fence';
  }
  const close = closeOf(open);
  // Below a comment, a line of hyphens may also be a thematic break: only front matter has a known key next to it.
  const isFrontMatter = lines.slice(open + 1, close).some((line) => /^(?:name|description)[ \t]*:/i.test(line));
  if (!isDelimiter(lines[open]) || close === -1 || !isFrontMatter) return;
  return {
    open,
    close,
    displaced,
    fenceLines: fence === undefined ? [] : [fenceLine, endOfFence(lines, fence, close)],
  };
}

/** Returns the line that closes a fence around front matter: directly below it, or at the end of the file. */
function endOfFence(lines: readonly string[], fence: string, close: number): number {
  const isEnd = (line: string | undefined) =>
    line !== undefined && line.startsWith(fence) && /^([`~])\1*[ \t]*$/.test(line);
  if (isEnd(lines[close + 1])) return close + 1;
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return isEnd(lines[last]) ? last : close;
}
