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
import { inFileOrder, problem, type Position, type Problem } from '../problems.ts';
import type { RuleId } from '../rules/rules.ts';
import { slug } from '../slug.ts';
import { shortMessage } from '../source/yaml.ts';
import type { Field, Topic, Topics } from './topics.ts';

const topicKeys = ['id', 'title', 'sentence', 'synonyms', 'common', 'asked'];
const fieldKeys = ['name', 'signs', 'least'];

/**
 * Parses a topics file. The top of `content/topics.yaml` explains the format. Never throws: an entry that cannot be
 * read is reported and ignored, and the rest is used.
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
    // The parser's own message would depend on how much of the stack is left.
    const reason = code === 'RESOURCE_EXHAUSTION' ? 'it nests too deeply' : shortMessage(message);
    reader.report('topics-not-yaml', reader.positionAt(pos[0]), reason);
  }
  const root = reader.resolve(document.contents);
  if (root && !isMap(root) && document.errors.length === 0) {
    reader.report('topics-shape', reader.positionOf(root), 'The file is not a mapping with the key `topics`');
  }
  const entries = isMap(root)
    ? reader.entries(root, ['field', 'topics', 'spellings'], 'the file')
    : new Map<string, Node>();
  const topics = reader.list(entries.get('topics'), '`topics`').flatMap((node) => reader.topic(node));
  const spellings = reader.list(entries.get('spellings'), '`spellings`').flatMap((node) => reader.spelling(node));
  const field = reader.field(entries.get('field'));
  return {
    file,
    topics: reader.withoutDuplicates(topics),
    spellings,
    ...(field && { field }),
    problems: inFileOrder(reader.problems),
  };
}

const start: Position = { line: 1, column: 1 };

/** A topic, with its position in the file. */
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

  report(rule: RuleId, at: Position, detail = '') {
    this.problems.push(problem(rule, this.#file, at, detail));
  }

  positionAt(offset: number): Position {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }

  positionOf(node: Node): Position {
    return node.range ? this.positionAt(node.range[0]) : start;
  }

  /** Returns the node that an alias (`*name`) refers to; any other node as it is. */
  resolve(node: unknown): Node | null {
    if (isAlias(node)) return node.resolve(this.#document) ?? null;
    return isMap(node) || isSeq(node) || isScalar(node) ? node : null;
  }

  /**
   * Returns the values of a mapping by key, and reports keys that are not allowed.
   * @param owner names the mapping in a sentence
   */
  entries(map: YAMLMap, allowed: readonly string[], owner: string): Map<string, Node> {
    const entries = new Map<string, Node>();
    for (const { key, value } of map.items) {
      const name = isScalar(key) ? String(key.value) : '';
      const at = isScalar(key) ? this.positionOf(key) : this.positionOf(map);
      if (!allowed.includes(name)) {
        this.report('topics-unknown-key', at, `\`${name}\` is not a key of ${owner} (${inBackticks(allowed)})`);
        continue;
      }
      const node = this.resolve(value);
      // If a key occurs twice, the first counts; the parser has reported the other.
      if (node && !entries.has(name)) entries.set(name, node);
    }
    return entries;
  }

  /** @param name names the value in a sentence, as in the methods below */
  list(node: Node | undefined, name: string): Node[] {
    if (!node || isEmpty(node)) return [];
    if (isSeq(node)) return node.items.map((item) => this.resolve(item)).filter((item) => item !== null);
    this.report('topics-shape', this.positionOf(node), `${name} is not a list`);
    return [];
  }

  /** Returns the text of a value on one line. A list or a mapping is reported, and gives an empty text. */
  text(node: Node | undefined, name: string): string {
    if (!node) return '';
    if (isScalar(node)) return textAsTyped(node.value, node.source);
    this.report('topics-shape', this.positionOf(node), `${name} is not text`);
    return '';
  }

  /** Returns the words of a list, each once, with their nodes. A single word is read as a list of one. */
  words(node: Node | undefined, name: string): Map<string, Node> {
    if (!node) return new Map();
    const items = isScalar(node) ? [node] : this.list(node, name);
    const words = new Map(items.map((item) => [this.text(item, `An entry of ${name}`), item]));
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
    if (written === '') this.report('topic-id', at, `A topic has no \`id\`; “${id}” was derived from its title.`);
    else if (written !== id)
      this.report('topic-id', at, `The id “${written}” cannot be part of a URL; “${id}” is used instead.`);
    const sentence = this.text(entries.get('sentence'), '`sentence`');
    const synonyms = this.words(entries.get('synonyms'), '`synonyms`');
    for (const [word, node] of synonyms) {
      if (!/[\p{L}\p{N}]/u.test(word)) this.report('topic-word-unfindable', this.positionOf(node), word);
    }
    const common = this.words(entries.get('common'), '`common`');
    const asked = this.words(entries.get('asked'), '`asked`');
    const words = { synonyms: [...synonyms.keys()], common: [...common.keys()], asked: [...asked.keys()] };
    return [{ topic: { id, title, sentence, ...words }, at }];
  }

  field(node: Node | undefined): Field | undefined {
    if (!node) return;
    if (!isMap(node)) {
      this.report('topics-shape', this.positionOf(node), '`field` is not a list of `key: value` lines');
      return;
    }
    const entries = this.entries(node, fieldKeys, '`field`');
    const signs = [...this.words(entries.get('signs'), '`signs`').keys()];
    const least = Number(this.text(entries.get('least'), '`least`') || 1);
    if (Number.isInteger(least) && least > 0 && least <= signs.length) {
      return { name: this.text(entries.get('name'), '`name`'), signs, least };
    }
    this.report('topics-shape', this.positionOf(node), '`least` is not a number of the `signs` of `field`');
    return;
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
      this.report(
        'topics-shape',
        this.positionOf(node),
        `“${words[0] ?? ''}” is the only word in its group of spellings`,
      );
    }
    return [];
  }
}

function isEmpty(node: Node): boolean {
  return isScalar(node) && (node.value === null || node.value === '');
}

/** Returns the text that the author typed, even if YAML reads it as a number, a boolean or null. */
function textAsTyped(value: unknown, source = ''): string {
  const text = typeof value === 'string' ? value : source === '~' ? '' : source;
  return text.replace(/\s+/g, ' ').trim();
}

function inBackticks(keys: readonly string[]): string {
  return keys.map((key) => `\`${key}\``).join(', ');
}
