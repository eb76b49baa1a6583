import type { FieldKind } from './form.ts';
import { printJson, readJson, textOfString, type Json } from './json.ts';

/** A kind of field in a message: how it is told, what it suggests, and how what is typed becomes JSON and comes back. */
interface SampleKind {
  /** Claims a sample value. */
  fits: (sample: Json) => boolean;
  suggestions?: string[];
  /** What is typed, as JSON; or why it cannot be. */
  toJson: (value: string, sample: Json) => Json | { problem: string };
  /** The inverse: JSON as somebody would type it. */
  fromJson: (json: Json) => string;
}

/** The kinds of a message's fields. Tried in this order; the first that fits a sample has the field. */
export const sampleKinds = {
  string: { fits: isString, toJson: stringJson, fromJson: plain },
  number: { fits: ({ type }) => type === 'number', toJson: numberJson, fromJson: plain },
  boolean: {
    fits: ({ type }) => type === 'boolean',
    suggestions: ['true', 'false'],
    toJson: booleanJson,
    fromJson: plain,
  },
  list: { fits: isPlainList, toJson: listJson, fromJson: linesOfList },
  json: { fits: () => true, toJson: rawJson, fromJson: printJson },
} satisfies Partial<Record<FieldKind, SampleKind>>;

export type SampleKindName = keyof typeof sampleKinds;

/** The kind of a message's field, by its sample value; and the sample as somebody would type it. */
export function readSample(sample: Json): { kind: SampleKindName; suggestions: string[]; taking: 'one'; hint: string } {
  const kind = kindNames.find((name) => sampleKinds[name].fits(sample)) ?? 'json';
  const { suggestions = [], fromJson }: SampleKind = sampleKinds[kind];
  return { kind, suggestions: [...suggestions], taking: 'one', hint: fromJson(sample) };
}

const kindNames = Object.keys(sampleKinds).filter((name): name is SampleKindName => name in sampleKinds);

function isString({ type }: Json): boolean {
  return type === 'string';
}

/** A list that can be typed line by line: of values of one type, none of them blank or of several lines. */
function isPlainList(json: Json): boolean {
  if (json.type !== 'list') return false;
  const [first] = json.items;
  return json.items.every(
    (item) =>
      ['string', 'number', 'boolean'].includes(item.type) && item.type === first?.type && /^.*\S.*$/.test(plain(item)),
  );
}

function plain(json: Json): string {
  return json.type === 'string' ? textOfString(json.source) : printJson(json);
}

function stringJson(value: string): Json {
  return { type: 'string', source: JSON.stringify(value) };
}

// As typed, so that no digit is lost: 1e400 and 12345678901234567890 are JSON, but no numbers of JavaScript.
function numberJson(value: string): Json | { problem: string } {
  const json = readJson(value);
  return 'type' in json && json.type === 'number' ? json : { problem: `“${value.trim()}” is not a number` };
}

function booleanJson(value: string): Json | { problem: string } {
  const source = value.trim().toLowerCase();
  if (source === 'true' || source === 'false') return { type: 'boolean', source };
  return { problem: `“${value.trim()}” is neither true nor false` };
}

function listJson(value: string, sample: Json): Json | { problem: string } {
  const type = sample.type === 'list' ? sample.items[0]?.type : undefined;
  const read = type === 'number' ? numberJson : type === 'boolean' ? booleanJson : stringJson;
  const items: Json[] = [];
  for (const [index, line] of value.split('\n').entries()) {
    if (line.trim() === '') continue;
    const item = read(line);
    if ('problem' in item) return { problem: `Line ${String(index + 1)}: ${item.problem}` };
    items.push(item);
  }
  return { type: 'list', items };
}

function linesOfList(json: Json): string {
  return json.type === 'list' ? json.items.map(plain).join('\n') : plain(json);
}

function rawJson(value: string): Json | { problem: string } {
  const json = readJson(value);
  return 'problem' in json ? { problem: `This is not JSON: ${json.problem}` } : json;
}
