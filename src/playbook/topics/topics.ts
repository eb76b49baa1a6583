import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type YAMLMap,
} from 'yaml';
import { firstLine } from '../source/front-matter.ts';
import { inFileOrder, problem, type Position, type Problem, type ProblemKind } from '../problems.ts';
import { slug } from '../slug.ts';

/** A topic of the field, as its file describes it. */
export interface Topic {
  /** Part of its address: lower-case letters, digits and hyphens. */
  id: string;
  title: string;
  /** What it is, for somebody new to it; may be empty. */
  sentence: string;
  /** Words and symbols by which a text treats it. */
  synonyms: string[];
  /** Words by which people only ask for it. */
  asked: string[];
}

/** A file of topics, as far as it could be read. */
export interface Topics {
  /** Its path, as shown to people. */
  file: string;
  /** In the order of the file; no two have the same id. */
  topics: Topic[];
  /** Groups of words that mean the same; each holds two or more. */
  spellings: string[][];
  problems: Problem[];
}

const topicKeys = ['id', 'title', 'sentence', 'synonyms', 'asked'];

/**
 * Reads a file of topics; its format is explained at the top of the one that comes with the playbook.
 * Never throws: what cannot be read is reported and left out, the rest is used.
 * @param yaml the file's text
 * @param file its path, for the problems
 */
export function readTopics(yaml: string, file: string): Topics {
  const lines = new LineCounter();
  const document = parseDocument(yaml, {
    lineCounter: lines,
    prettyErrors: true,
    uniqueKeys: true,
    logLevel: 'silent',
  });
  const reader = new Reader(file, document, lines);
  for (const { code, message, pos } of document.errors) {
    // Where the parser gives up on nesting depends on the stack that is left.
    const reason = code === 'RESOURCE_EXHAUSTION' ? 'it nests too deeply' : firstLine(message);
    reader.report('topics-not-yaml', reader.positionAt(pos[0]), reason);
  }
  const root = reader.resolve(document.contents);
  if (root && !isMap(root) && document.errors.length === 0) {
    reader.report('topics-shape', reader.positionOf(root), 'The file is not a mapping with the key `topics`');
  }
  const entries = isMap(root) ? reader.entries(root, ['topics', 'spellings'], 'the file') : new Map<string, Node>();
  const topics = reader.list(entries.get('topics'), '`topics`').flatMap((node) => reader.topic(node));
  const spellings = reader.list(entries.get('spellings'), '`spellings`').flatMap((node) => reader.spelling(node));
  return { file, topics: reader.withoutDuplicates(topics), spellings, problems: inFileOrder(reader.problems) };
}

/** The problem of a file of topics that is not there, or may not be read. */
export function unreadableTopics(file: string, reason: string): Topics {
  return { file, topics: [], spellings: [], problems: [problem('topics-unreadable', file, start, reason)] };
}

/** Every word by which people ask for a topic: its title, its synonyms and what they only ask. */
export function wordsFor({ title, synonyms, asked }: Topic): string[] {
  return [...new Set([title, ...synonyms, ...asked])];
}

const start: Position = { line: 1, column: 1 };

/** A topic, and where it begins in its file. */
interface PlacedTopic {
  topic: Topic;
  at: Position;
}

class Reader {
  readonly problems: Problem[] = [];
  readonly #file: string;
  readonly #document: Document;
  readonly #lines: LineCounter;

  constructor(file: string, document: Document, lines: LineCounter) {
    this.#file = file;
    this.#document = document;
    this.#lines = lines;
  }

  report(kind: ProblemKind, at: Position, detail = '') {
    this.problems.push(problem(kind, this.#file, at, detail));
  }

  positionAt(offset: number): Position {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }

  positionOf(node: Node): Position {
    return node.range ? this.positionAt(node.range[0]) : start;
  }

  /** What an alias (`*name`) stands for; any other node is itself. */
  resolve(node: unknown): Node | null {
    if (isAlias(node)) return node.resolve(this.#document) ?? null;
    return isMap(node) || isSeq(node) || isScalar(node) ? node : null;
  }

  /** The values of a mapping by key; keys that are not known are reported. */
  entries(map: YAMLMap, known: readonly string[], owner: string): Map<string, Node> {
    const entries = new Map<string, Node>();
    for (const { key, value } of map.items) {
      const name = isScalar(key) ? String(key.value) : '';
      const at = isScalar(key) ? this.positionOf(key) : this.positionOf(map);
      if (!known.includes(name)) {
        this.report('topics-unknown-key', at, `\`${name}\` is no key of ${owner}, which has ${listed(known)}`);
        continue;
      }
      const node = this.resolve(value);
      // Of keys that are there twice, the first counts; the parser has reported the other.
      if (node && !entries.has(name)) entries.set(name, node);
    }
    return entries;
  }

  list(node: Node | undefined, what: string): Node[] {
    if (!node || isEmpty(node)) return [];
    if (isSeq(node)) return node.items.map((item) => this.resolve(item)).filter((item) => item !== null);
    this.report('topics-shape', this.positionOf(node), `${what} is not a list`);
    return [];
  }

  /** The text of a value on one line; nothing, and a problem, if it is a list or a mapping. */
  text(node: Node | undefined, what: string): string {
    if (!node) return '';
    if (isScalar(node)) return textOf(node.value, node.source);
    this.report('topics-shape', this.positionOf(node), `${what} is not a text`);
    return '';
  }

  /** A list of words, each once and with its place; a single word will do for a list of one. */
  words(node: Node | undefined, what: string): Map<string, Node> {
    if (!node) return new Map();
    const items = isScalar(node) ? [node] : this.list(node, what);
    const words = new Map(items.map((item) => [this.text(item, `An entry of ${what}`), item]));
    words.delete('');
    return words;
  }

  topic(node: Node): PlacedTopic[] {
    const at = this.positionOf(node);
    if (!isMap(node)) {
      this.report('topics-shape', at, 'A topic is not a list of `key: value` lines');
      return [];
    }
    const entries = this.entries(node, topicKeys, 'a topic');
    const written = this.text(entries.get('id'), '`id`');
    const title = this.text(entries.get('title'), '`title`') || written;
    const id = slug(written) || slug(title);
    if (id === '') {
      this.report('topics-shape', at, 'A topic has neither `id` nor `title`');
      return [];
    }
    if (written === '') this.report('topic-id', at, `A topic has no \`id\`; “${id}” is made of its title.`);
    else if (written !== id) this.report('topic-id', at, `The id “${written}” cannot be an address; “${id}” is used.`);
    const sentence = this.text(entries.get('sentence'), '`sentence`');
    const synonyms = this.words(entries.get('synonyms'), '`synonyms`');
    for (const [word, node] of synonyms) {
      if (!/[\p{L}\p{N}]/u.test(word)) this.report('topic-word-unfindable', this.positionOf(node), word);
    }
    const asked = this.words(entries.get('asked'), '`asked`');
    return [{ topic: { id, title, sentence, synonyms: [...synonyms.keys()], asked: [...asked.keys()] }, at }];
  }

  withoutDuplicates(placed: readonly PlacedTopic[]): Topic[] {
    const topics = new Map<string, Topic>();
    for (const { topic, at } of placed) {
      if (topics.has(topic.id)) this.report('topic-duplicate', at, topic.id);
      else topics.set(topic.id, topic);
    }
    return [...topics.values()];
  }

  spelling(node: Node): string[][] {
    const words = [...this.words(node, 'A group of spellings').keys()];
    if (words.length > 1) return [words];
    if (words.length === 1) {
      this.report('topics-shape', this.positionOf(node), `“${words[0] ?? ''}” stands alone in its group of spellings`);
    }
    return [];
  }
}

function isEmpty(node: Node): boolean {
  return isScalar(node) && (node.value === null || node.value === '');
}

/** What the author typed, also where YAML reads it as a number, a truth value or nothing. */
function textOf(value: unknown, source = ''): string {
  const text = typeof value === 'string' ? value : source === '~' ? '' : source;
  return text.replace(/\s+/g, ' ').trim();
}

function listed(keys: readonly string[]): string {
  return keys.map((key) => `\`${key}\``).join(', ');
}
