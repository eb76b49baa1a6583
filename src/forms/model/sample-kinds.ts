import type { FieldKind } from './form.ts';
import { decodeJsonString, printJson, readJson, type Json, type JsonError } from './json.ts';

/** A kind of message field: how it is recognised, and how its values are converted to JSON and back. */
interface SampleKind {
  matches: (sample: Json) => boolean;
  suggestions?: string[];
  /** Converts what the reader typed. */
  toJson: (value: string, sample: Json) => Json | JsonError;
  /** Formats JSON as the reader would type it; the inverse of `toJson`. */
  fromJson: (json: Json) => string;
}

/** The kinds of message fields in the order in which they are tried. The first that matches a sample applies. */
export const sampleKinds = {
  string: { matches: isString, toJson: toJsonString, fromJson: plainText },
  number: { matches: ({ type }) => type === 'number', toJson: toJsonNumber, fromJson: plainText },
  boolean: {
    matches: ({ type }) => type === 'boolean',
    suggestions: ['true', 'false'],
    toJson: toJsonBoolean,
    fromJson: plainText,
  },
  list: { matches: isPlainList, toJson: toJsonList, fromJson: printLines },
  json: { matches: () => true, toJson: parseRawJson, fromJson: printJson },
} satisfies Partial<Record<FieldKind, SampleKind>>;

export type SampleKindName = keyof typeof sampleKinds;

/** Derives a message field's kind from its sample, and formats the sample as the reader would type it. */
export function readSample(sample: Json): {
  kind: SampleKindName;
  suggestions: string[];
  insertMode: 'one';
  hint: string;
} {
  const kind = kindNames.find((name) => sampleKinds[name].matches(sample)) ?? 'json';
  const { suggestions = [], fromJson }: SampleKind = sampleKinds[kind];
  return { kind, suggestions: [...suggestions], insertMode: 'one', hint: fromJson(sample) };
}

const kindNames = Object.keys(sampleKinds).filter((name): name is SampleKindName => name in sampleKinds);

function isString({ type }: Json): boolean {
  return type === 'string';
}

/** Whether a list can be typed one item a line: all items have one type, and none is blank or has several lines. */
function isPlainList(json: Json): boolean {
  if (json.type !== 'list') return false;
  const [first] = json.items;
  return json.items.every(
    (item) =>
      ['string', 'number', 'boolean'].includes(item.type) &&
      item.type === first?.type &&
      /^.*\S.*$/.test(plainText(item)),
  );
}

function plainText(json: Json): string {
  return json.type === 'string' ? decodeJsonString(json.source) : printJson(json);
}

function toJsonString(value: string): Json {
  return { type: 'string', source: JSON.stringify(value) };
}

// The digits stay as typed: 1e400 and 12345678901234567890 are valid JSON, but JavaScript numbers cannot hold them.
function toJsonNumber(value: string): Json | JsonError {
  const json = readJson(value);
  return 'type' in json && json.type === 'number' ? json : { error: `“${value.trim()}” is not a number` };
}

function toJsonBoolean(value: string): Json | JsonError {
  const source = value.trim().toLowerCase();
  if (source === 'true' || source === 'false') return { type: 'boolean', source };
  return { error: `“${value.trim()}” is neither true nor false` };
}

function toJsonList(value: string, sample: Json): Json | JsonError {
  const type = sample.type === 'list' ? sample.items[0]?.type : undefined;
  const toJson = type === 'number' ? toJsonNumber : type === 'boolean' ? toJsonBoolean : toJsonString;
  const items: Json[] = [];
  for (const [index, line] of value.split('\n').entries()) {
    if (line.trim() === '') continue;
    const item = toJson(line);
    if ('error' in item) return { error: `Line ${String(index + 1)}: ${item.error}` };
    items.push(item);
  }
  return { type: 'list', items };
}

function printLines(json: Json): string {
  return json.type === 'list' ? json.items.map(plainText).join('\n') : plainText(json);
}

function parseRawJson(value: string): Json | JsonError {
  const json = readJson(value);
  return 'error' in json ? { error: `This is not JSON: ${json.error}` } : json;
}
