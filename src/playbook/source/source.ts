import { decodeText } from './encoding.ts';
import { readFrontMatter, type FrontMatter } from './front-matter.ts';
import { findMojibake } from './mojibake.ts';
import { problem, type Position, type Problem } from '../problems.ts';

/** An agent file, taken apart but not yet understood. */
export interface Source {
  /** Path inside the agents' folder, with forward slashes. */
  path: string;
  /** Size of the file; 0 if it could not be read. */
  bytes: number;
  /** Front matter as read; empty if there is none. */
  data: Record<string, unknown>;
  /** Where each top-level key of the front matter stands. */
  at: FrontMatter['at'];
  /**
   * The system prompt. The lines before it are blank, one for each line of front matter, so that a line
   * number in here is the line number in the file. The whole text where there is no front matter to read.
   */
  body: string;
  problems: Problem[];
}

const start: Position = { line: 1, column: 1 };

/** What is left of a file that could not be read: its name, and why. */
export function unreadableSource(path: string, reason: string): Source {
  const problems = [problem('file-unreadable', path, start, reason)];
  return { path, bytes: 0, data: {}, at: new Map(), body: '', problems };
}

/**
 * Bytes in, front matter and body out. Never throws: whatever cannot be read as meant is kept as text and
 * reported. Byte order marks and CRLF are taken in their stride.
 * @param path the file's path inside the agents' folder, with forward slashes
 */
export function readSource(path: string, bytes: Uint8Array): Source {
  const { text: decoded, encoding } = decodeText(bytes);
  const text = decoded.replace(/\r\n?/g, '\n');
  const source: Source = { path, bytes: bytes.length, data: {}, at: new Map(), body: text, problems: [] };
  const report = (kind: Parameters<typeof problem>[0], at: Position, detail?: string) => {
    source.problems.push(problem(kind, path, at, detail));
  };

  if (text.trim() === '') {
    report('file-empty', start);
    return source;
  }
  if (encoding !== 'UTF-8') report(encoding === 'UTF-16' ? 'utf-16' : 'not-utf8', start);
  for (const { found, original, ...at } of findMojibake(text)) report('mojibake', at, `“${found}” was “${original}”`);

  const lines = text.split('\n');
  const isFence = (line: string | undefined) => line !== undefined && /^---[ \t]*$/.test(line);
  // Some files open with blank lines; nothing else may stand before the front matter.
  const open = lines.findIndex((line) => line.trim() !== '');
  if (!isFence(lines[open])) {
    report('front-matter-missing', start);
    return source;
  }
  const close = lines.findIndex((line, index) => index > open && isFence(line));
  if (close === -1) {
    report('front-matter-unclosed', { line: open + 1, column: 1 });
    return source;
  }
  const frontMatter = readFrontMatter(lines.slice(open + 1, close).join('\n'), path, open + 2);
  source.data = frontMatter.data;
  source.at = frontMatter.at;
  source.problems.push(...frontMatter.problems);
  const body = lines.slice(close + 1).join('\n');
  if (body.trim() === '') report('body-empty', { line: close + 1, column: 1 });
  // Front matter out of which nothing could be read stays in the text, so that it is seen.
  const isLost = frontMatter.problems.length > 0 && Object.keys(frontMatter.data).length === 0;
  if (!isLost) source.body = '\n'.repeat(close + 1) + body;
  return source;
}
