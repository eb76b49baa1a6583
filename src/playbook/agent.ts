import { readDescription, type Example } from './source/description.ts';
import { asNames, asText, frontMatterKeys, isAgentName } from './source/front-matter-keys.ts';
import type { Element } from './elements/index.ts';
import { findMentions, type Mention } from './roster/mentions.ts';
import { outline } from './outline.ts';
import { inFileOrder, problem, type Position, type Problem, type ProblemKind } from './problems.ts';
import type { Source } from './source/source.ts';
import { readTools, type Tool } from './source/tools.ts';

/** What a heading says and where it is: a section without its content. */
export interface SectionHead {
  id: string;
  title: string;
  depth: number;
  line: number;
}

/** One agent: its file, understood. Plain data. */
export interface Agent {
  /** Part of its URL; unique in the playbook. */
  id: string;
  /** As written; the file's name where there is none. */
  name: string;
  /** The first sentences of the description. */
  summary: string;
  /** The description without its dialogues, as markdown. */
  description: string;
  examples: Example[];
  /** Absent: the agent works with its caller's model. */
  model?: string;
  /** As written, which need not be a colour that we know. */
  color?: string;
  /** Absent: the agent has every tool of its caller. */
  tools?: Tool[];
  disallowedTools: Tool[];
  /** Every other key of the front matter, in order, as text. */
  settings: { key: string; value: string }[];
  /** The system prompt; line numbers in it are line numbers in the file. */
  body: string;
  sections: SectionHead[];
  elements: Element[];
  mentions: Mention[];
  problems: Problem[];
  /** Its file; `isReadable` is false if only its name is known. */
  source: { path: string; bytes: number; isReadable: boolean };
}

/** Keys that have a place of their own on the page; all others are settings. */
const placed = new Set(['name', 'description', 'tools', 'disallowedTools', 'model', 'color']);

/** What a source says when it has no front matter. Whoever has none at all need not be told what it lacks. */
const withoutFrontMatter = new Set<ProblemKind>([
  'file-unreadable',
  'file-empty',
  'front-matter-missing',
  'front-matter-unclosed',
]);

/**
 * Understands a file as an agent. Never throws: what is missing is made up from the rest of the file, what
 * is wrong is kept as written, and each is reported.
 */
export function createAgent(source: Source, id: string): Agent {
  const { data, path } = source;
  const problems = [...source.problems];
  const whereIs = (key: string): Position => source.at.get(key) ?? { line: 1, column: 1 };
  const report = (kind: ProblemKind, at: Position, detail?: string) => {
    problems.push(problem(kind, path, at, detail));
  };

  for (const [key, value] of Object.entries(data)) {
    const definition = Object.hasOwn(frontMatterKeys, key) ? frontMatterKeys[key] : undefined;
    if (definition && value !== null && value !== '' && !definition.allows(value)) {
      report('value-invalid', whereIs(key), `\`${key}\` is ${asText(value)}, which is not ${definition.expected}.`);
    }
  }

  const { sections, elements, faults } = outline(source.body);
  for (const { kind, ...at } of faults) report(kind, at);

  const given = nameOf(source);
  const hasFrontMatter = !source.problems.some(({ kind }) => withoutFrontMatter.has(kind));
  if (given === '' && hasFrontMatter) report('name-missing', { line: 1, column: 1 });
  if (given !== '' && !isAgentName(given)) report('name-format', whereIs('name'), given);

  const description = readDescription(asText(data.description));
  if (description.text === '' && description.examples.length === 0 && hasFrontMatter) {
    report('description-missing', { line: 1, column: 1 });
  }
  if (description.hadEscapedNewlines) report('description-escaped-newlines', whereIs('description'));
  if (description.hadUnclosedExample) report('example-unclosed', whereIs('description'));

  const tools = asNames(data.tools);
  const model = asText(data.model).trim();
  const color = asText(data.color).trim();
  return {
    id,
    name: given === '' ? fileNameOf(path) : given,
    summary: description.summary,
    description: description.text,
    examples: description.examples,
    ...(model === '' ? {} : { model }),
    ...(color === '' ? {} : { color }),
    ...(tools === undefined ? {} : { tools: readTools(tools) }),
    disallowedTools: readTools(asNames(data.disallowedTools) ?? []),
    settings: Object.entries(data)
      .filter(([key]) => !placed.has(key))
      .map(([key, value]) => ({ key, value: asText(value) })),
    body: source.body,
    sections: sections.map(({ id, title, depth, line }) => ({ id, title, depth, line })).filter(({ id }) => id !== ''),
    elements,
    mentions: findMentions(sections, source.body.split('\n')),
    problems: inFileOrder(problems),
    source: { path, bytes: source.bytes, isReadable: !problems.some(({ kind }) => kind === 'file-unreadable') },
  };
}

/** The name in the front matter, on one line; empty if there is none. */
export function nameOf(source: Source): string {
  return asText(source.data.name).replace(/\s+/g, ' ').trim();
}

/** `teams/core/db-expert.agent.md` → `db-expert`. */
export function fileNameOf(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/(?:\.agent)?\.md$/i, '');
}
