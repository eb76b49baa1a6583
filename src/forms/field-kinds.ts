import type { FieldKind } from './form.ts';
import { readAlternatives, readAspects } from './hint-shape.ts';
import { printJson, readJson, textOfString, type Json } from './json.ts';
import { covered, joined, single, type Taking } from './taking.ts';

/** A kind of field: how it is told, what it suggests, and how what is typed becomes JSON and comes back. */
interface Kind {
  /** Claims a template's hint, and says what it suggests. */
  fromHint?: (hint: string) => string[] | undefined;
  /** Claims a message's sample value. */
  fits?: (sample: Json) => boolean;
  /** Suggestions of a field in a message. */
  suggestions?: string[];
  taking: Taking;
  /** What is typed, as JSON; or why it cannot be. */
  toJson?: (value: string, sample: Json) => Json | { problem: string };
  /** The inverse: JSON as somebody would type it. */
  fromJson?: (json: Json) => string;
}

/** Tried in this order, for a hint or for a sample; the first that fits has the field. */
export const kinds: Readonly<Record<FieldKind, Kind>> = {
  alternatives: { fromHint: readAlternatives, taking: joined },
  aspects: { fromHint: readAspects, taking: covered },
  text: { fromHint: () => [], taking: single },
  string: { fits: isString, taking: single, toJson: stringJson, fromJson: plain },
  number: { fits: ({ type }) => type === 'number', taking: single, toJson: numberJson, fromJson: plain },
  boolean: {
    fits: ({ type }) => type === 'boolean',
    suggestions: ['true', 'false'],
    taking: single,
    toJson: booleanJson,
    fromJson: plain,
  },
  list: { fits: isPlainList, taking: single, toJson: listJson, fromJson: linesOfList },
  json: { fits: () => true, taking: single, toJson: rawJson, fromJson: printJson },
};

/** The kind of a template's field, by the shape of its hint. */
export function readHint(hint: string): { kind: FieldKind; suggestions: string[] } {
  for (const kind of kindNames) {
    const suggestions = kinds[kind].fromHint?.(hint);
    if (suggestions) return { kind, suggestions };
  }
  return { kind: 'text', suggestions: [] };
}

/** The kind of a message's field, by its sample value; and the sample as somebody would type it. */
export function readSample(sample: Json): { kind: FieldKind; suggestions: string[]; hint: string } {
  const kind = kindNames.find((name) => kinds[name].fits?.(sample)) ?? 'json';
  const { suggestions = [], fromJson } = kinds[kind];
  return { kind, suggestions: [...suggestions], hint: fromJson?.(sample) ?? '' };
}

const kindNames = Object.keys(kinds).filter((name): name is FieldKind => name in kinds);

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
