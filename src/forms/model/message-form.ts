import {
  addSegment,
  isFilled,
  uniqueKeys,
  valueAt,
  withPlainLineEnds,
  type Form,
  type FormField,
  type Segment,
  type UnfilledMode,
  type Values,
} from './form.ts';
import { printJson, readJson, type Json, type JsonError } from './json.ts';
import { readSample, sampleKinds, type SampleKindName } from './sample-kinds.ts';

/** The sample message with a field in place of each value. */
export type Part = { entries: [key: string, part: Part][] } | Leaf;

export interface Leaf {
  field: FormField & { kind: SampleKindName };
  sample: Json;
}

/** Makes a form of a message: a field for each value of its JSON. A text that is not a JSON object has no fields. */
export function messageForm(text: string): Form {
  const root = readMessage(text);
  if (!root) {
    const segments: Segment[] = [{ text, state: 'literal' }];
    return { kind: 'message', fields: [], render: () => segments, errorOf: () => undefined };
  }
  const leaves = leavesOf(root);
  const leafOf = new Map(leaves.map((leaf) => [leaf.field.key, leaf]));
  return {
    kind: 'message',
    fields: leaves.map(({ field }) => field),
    render(values, unfilled) {
      const segments: Segment[] = [];
      renderPart(segments, pruned(root, values, unfilled) ?? { entries: [] }, values, '');
      return segments;
    },
    errorOf(field, value) {
      const json = jsonFor(leafOf.get(field.key), value);
      return json && 'error' in json ? json.error : undefined;
    },
  };
}

/** Parses a sample message; `undefined` if it is not a JSON object. */
export function readMessage(text: string): Part | undefined {
  const sample = readJson(text);
  return 'type' in sample && sample.type === 'object' ? partOf(sample, [], uniqueKeys()) : undefined;
}

function partOf(sample: Json, path: readonly string[], keyFor: (wanted: string) => string): Part {
  if (sample.type === 'object' && (sample.entries.length > 0 || path.length === 0)) {
    return { entries: sample.entries.map(([key, value]) => [key, partOf(value, [...path, key], keyFor)]) };
  }
  const names = path.map((key) => (key.trim() === '' ? JSON.stringify(key) : key));
  const field = { key: keyFor(pathText(path)), label: names.at(-1) ?? '', group: names.slice(0, -1), line: 0 };
  return { field: { ...field, ...readSample(sample) }, sample };
}

/** Formats a path as `progress.test_coverage`; a part that is not a plain word is quoted: `a["b.c"]`. */
function pathText(path: readonly string[]): string {
  return path
    .map((part) => (/^[\p{L}\p{M}\p{N}_$-]+$/u.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`))
    .join('')
    .replace(/^\./, '');
}

export function leavesOf(part: Part): Leaf[] {
  return 'field' in part ? [part] : part.entries.flatMap(([, inner]) => leavesOf(inner));
}

/** Converts what the reader typed to JSON; `undefined` if the field is not filled. */
function jsonFor(leaf: Leaf | undefined, typed: string): Json | JsonError | undefined {
  const value = withPlainLineEnds(typed);
  return leaf && isFilled(value) ? sampleKinds[leaf.field.kind].toJson(value, leaf.sample) : undefined;
}

function usableJson(leaf: Leaf, values: Values): Json | undefined {
  const json = jsonFor(leaf, valueAt(values, leaf.field.key));
  return json && 'type' in json ? json : undefined;
}

/** Removes the fields that are left out, and the objects that become empty. */
function pruned(part: Part, values: Values, unfilled: UnfilledMode): Part | undefined {
  if (unfilled === 'hints') return part;
  if ('field' in part) return usableJson(part, values) && part;
  const entries = part.entries.flatMap(([key, inner]): [string, Part][] => {
    const remaining = pruned(inner, values, unfilled);
    return remaining ? [[key, remaining]] : [];
  });
  return entries.length === 0 ? undefined : { entries };
}

function renderPart(segments: Segment[], part: Part, values: Values, indent: string): void {
  if ('field' in part) {
    const json = usableJson(part, values);
    addSegment(segments, printJson(json ?? part.sample, indent), json ? 'filled' : 'hint', part.field.key);
    return;
  }
  const inner = `${indent}  `;
  addSegment(segments, '{', 'literal');
  part.entries.forEach(([key, value], index) => {
    addSegment(segments, `${index > 0 ? ',' : ''}\n${inner}${JSON.stringify(key)}: `, 'literal');
    renderPart(segments, value, values, inner);
  });
  addSegment(segments, part.entries.length === 0 ? '}' : `\n${indent}}`, 'literal');
}
