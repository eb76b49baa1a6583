import {
  mentionsInKeys,
  readToolKeys,
  reportIgnoredKeys,
  reportLengths,
  type OtherKey,
  type ToolAccess,
} from './agent-keys.ts';
import { mixedScripts } from './agent-names.ts';
import type { Cost } from './cost.ts';
import { claudeCode, isInPlugin, isSkippedName } from './dialects/claude-code.ts';
import { reportUnknownKeys, reportValues } from './key-checks.ts';
import { dialectOf } from './dialects/dialects.ts';
import type { Element } from './elements/kinds.ts';
import { areAllRead, withHandoffs } from './front-matter-handoffs.ts';
import { parseOutline, type Outline } from './outline.ts';
import { inFileOrder, problem, type Position, type Problem } from './problems.ts';
import type { RuleId } from './rules/rules.ts';
import { findMentions, type Mention } from './roster/mentions.ts';
import type { SectionHeading } from './section.ts';
import { dialoguesIn, readDescription, type Example } from './source/description.ts';
import type { Source } from './source/source.ts';
import { asPlainData, asText } from './source/yaml.ts';

/** One agent, with all that the playbook understands of its file. Plain data. */
export interface Agent extends ToolAccess {
  /** Unique in the playbook; part of its URL. */
  id: string;
  /** As written; the name of the file if there is none. */
  name: string;
  /** The first sentences of the description. */
  summary: string;
  /** The description without its dialogues, as markdown. */
  description: string;
  examples: Example[];
  /** Absent if the agent inherits the caller's model. */
  model?: string;
  /** As written, even if it is not one of the known colours. */
  color?: string;
  /** The tool that the file is written for. Absent, and Claude Code, if path and keys do not identify it. */
  tool?: { name: string; detectedBy: 'path' | 'keys' };
  /** Every other key of the front matter, in order. */
  otherKeys: OtherKey[];
  /** The system prompt; line numbers in it are line numbers in the file. */
  body: string;
  /** The system prompt, parsed. Everything that needs its blocks reads them here, so that it is parsed only once. */
  outline: Outline;
  /** The headings of the system prompt. */
  sections: SectionHeading[];
  /** The elements of the outline. */
  elements: Element[];
  mentions: Mention[];
  problems: Problem[];
  /** Characters of the description as written, which a tool always loads, and of the prompt, which it loads on call. */
  cost: Cost;
  source: AgentSource;
}

/** The file of an agent. */
export interface AgentSource {
  path: string;
  bytes: number;
  /** False if only its name is known. */
  isReadable: boolean;
  /** The text of its front matter as written, from which it can be exported; empty if it has none. */
  frontMatter: string;
  /** The place of the description. */
  descriptionAt: Position;
  /** The paths of identical files. */
  copies?: readonly string[];
}

/** Keys with a property of their own in `Agent`; the others are `otherKeys`. */
const ownProperties = new Set(['name', 'description', 'tools', 'disallowedTools', 'model', 'color']);

/** Problems of a file without front matter. Such a file gets no further problems about keys that are missing. */
const noFrontMatter = new Set<RuleId>([
  'file-unreadable',
  'file-empty',
  'front-matter-missing',
  'front-matter-unclosed',
]);

/**
 * Creates an agent from a file. Never throws: a missing value is derived from the rest of the file, an invalid one is
 * kept as written, and both are reported as problems.
 * @param names of all agents of the folder, in lower case
 */
export function createAgent(
  source: Source,
  id: string,
  names?: ReadonlySet<string>,
  copies: readonly string[] = [],
): Agent {
  const { data, path } = source;
  const problems = [...source.problems];
  const positionOfKey = (key: string): Position => source.at.get(key) ?? { line: 1, column: 1 };
  const report = (rule: RuleId, at: Position, detail?: string) => {
    problems.push(problem(rule, path, at, detail));
  };

  const reportKey = (rule: RuleId, key: string, detail = key) => {
    report(rule, positionOfKey(key), detail);
  };

  const { dialect, detectedBy } = dialectOf(source.location, Object.keys(data));
  for (const [key, value] of Object.entries(data)) {
    const definition = Object.hasOwn(dialect.keys, key) ? dialect.keys[key] : undefined;
    if (definition && value !== null && value !== '' && !definition.allows(value)) {
      report(
        'value-invalid',
        positionOfKey(key),
        `\`${key}\` is ${asText(value)}, which is not ${definition.expected}.`,
      );
    }
  }
  if (dialect === claudeCode) reportIgnoredKeys(source, reportKey);
  reportUnknownKeys(source, dialect, reportKey);
  reportValues(source, dialect, reportKey);

  const outline = withHandoffs(parseOutline(source.body, names), data.handoffs, positionOfKey('handoffs').line);
  const { sections, elements } = outline;
  for (const { rule, ...at } of outline.faults) report(rule, at);

  const name = nameOf(source);
  const hasFrontMatter = !source.problems.some(({ rule }) => noFrontMatter.has(rule));
  const requires = (key: 'name' | 'description') => hasFrontMatter && dialect.required.includes(key);
  // In a plugin, the name of the file counts.
  const isNamedByFile = dialect === claudeCode && isInPlugin(source.location);
  if (name === '' && requires('name') && !isNamedByFile) report('name-missing', positionOfKey('name'), dialect.tool);
  const mixed = mixedScripts(name);
  if (mixed !== undefined) report('name-homoglyph', positionOfKey('name'), mixed);
  else if (name !== '' && dialect === claudeCode) {
    if (isSkippedName(name)) report('name-skipped', positionOfKey('name'), name);
    else if (dialect.names?.pattern.test(name) === false) report('name-format', positionOfKey('name'), name);
  }

  const description = readDescription(asText(data.description));
  if (description.text === '' && description.examples.length === 0 && requires('description')) {
    report('description-missing', positionOfKey('description'), dialect.tool);
  }
  reportLengths(source, dialect, report, positionOfKey('description'));
  if (description.hadEscapedNewlines) report('description-escaped-newlines', positionOfKey('description'));
  if (description.hadUnclosedExample) report('example-unclosed', positionOfKey('description'));

  const tools = readToolKeys(data, reportKey);
  const model = asText(data.model).trim();
  const color = asText(data.color).trim();
  return {
    id,
    name: name === '' ? fileNameOf(path) : name,
    summary: description.summary,
    description: description.text,
    examples: withoutRepeats([...description.examples, ...dialoguesIn(proseOf(source.body, outline))]),
    ...(model === '' ? {} : { model }),
    ...(color === '' ? {} : { color }),
    ...(detectedBy === 'default' ? {} : { tool: { name: dialect.tool, detectedBy } }),
    ...tools,
    otherKeys: Object.entries(data)
      .filter(([key, value]) => !ownProperties.has(key) && !(key === 'handoffs' && areAllRead(value)))
      .map(([key, value]) => ({ key, value: asPlainData(value) })),
    body: source.body,
    outline,
    sections: sections.map(({ id, title, depth, line }) => ({ id, title, depth, line })).filter(({ id }) => id !== ''),
    elements,
    mentions: [...mentionsInKeys(source, tools.tools ?? []), ...findMentions(sections, source.body.split('\n'))],
    problems: inFileOrder(problems),
    cost: { description: asText(data.description).trim().length, prompt: source.body.trim().length },
    source: {
      path,
      bytes: source.bytes,
      isReadable: !problems.some(({ rule }) => rule === 'file-unreadable'),
      frontMatter: source.frontMatter,
      descriptionAt: positionOfKey('description'),
      ...(copies.length > 0 && { copies }),
    },
  };
}

/** Returns a system prompt without its code, in which an `<example>` is code. */
function proseOf(body: string, { sections }: Outline): string {
  if (!/<example>/i.test(body)) return '';
  const lines = body.split('\n');
  for (const { kind, from, to } of sections.flatMap(({ blocks }) => blocks)) {
    if (kind === 'code') lines.fill('', from - 1, to);
  }
  return lines.join('\n');
}

/** Some authors repeat the dialogues of the description in the system prompt. */
function withoutRepeats(examples: readonly Example[]): Example[] {
  return [...new Map(examples.map((example) => [JSON.stringify(example.turns), example])).values()];
}

/** Returns the name in the front matter, on one line; empty if there is none. */
export function nameOf(source: Source): string {
  return asText(source.data.name).replace(/\s+/g, ' ').trim();
}

/**
 * Returns the name that a path gives an agent: `teams/core/db-expert.agent.md` → `db-expert`. A file such as `SKILL.md`
 * has the name of its folder.
 */
export function fileNameOf(path: string): string {
  const [file = path, folder] = path.split('/').reverse();
  if (folder !== undefined && /^(?:skill|agent)\.md$/i.test(file)) return folder;
  return file.replace(/(?:\.(?:agent|chatmode))?\.md$/i, '');
}
