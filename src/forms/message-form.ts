import {
  addSegment,
  isFilled,
  uniqueKeys,
  valueAt,
  withPlainLineEnds,
  type Form,
  type FormField,
  type Segment,
  type Unfilled,
  type Values,
} from './form.ts';
import { printJson, readJson, type Json } from './json.ts';
import { readSample, sampleKinds, type SampleKindName } from './sample-kinds.ts';

/** The sample message with a field in the place of each value. */
type Part = { entries: [key: string, part: Part][] } | Leaf;

interface Leaf {
  field: FormField & { kind: SampleKindName };
  sample: Json;
}

/** The form of a message, out of its own JSON: a field for each value. What is no JSON object has no fields. */
export function messageForm(text: string): Form {
  const sample = readJson(text);
  if (!('type' in sample) || sample.type !== 'object') {
    const whole: Segment[] = [{ text, state: 'literal' }];
    return { kind: 'message', fields: [], render: () => whole, errorOf: () => undefined };
  }
  const root = partOf(sample, [], uniqueKeys());
  const leaves = leavesOf(root);
  const leafOf = new Map(leaves.map((leaf) => [leaf.field.key, leaf]));
  return {
    kind: 'message',
    fields: leaves.map(({ field }) => field),
    render(values, unfilled) {
      const segments: Segment[] = [];
      write(segments, pruned(root, values, unfilled) ?? { entries: [] }, values, '');
      return segments;
    },
    errorOf(field, value) {
      const json = jsonFor(leafOf.get(field.key), value);
      return json && 'problem' in json ? json.problem : undefined;
    },
  };
}

/** The inverse of `render`: gets values out of a rendered text, also out of one that somebody has edited lightly. */
export function messageParser(text: string): (rendered: string) => Record<string, string> {
  const sample = readJson(text);
  const root: Part = 'type' in sample && sample.type === 'object' ? partOf(sample, [], uniqueKeys()) : { entries: [] };
  const { length } = leavesOf(root);
  return (rendered) => {
    const json = readJson(rendered);
    const found = 'type' in json ? valuesIn(root, json) : [];
    // Where nothing is left out, a value that says the same as the sample counts as not filled.
    const filled = found.length < length ? found : found.filter(({ leaf, json }) => !isSample(leaf, json));
    return Object.fromEntries(filled.map(({ leaf, json }) => [leaf.field.key, typedAs(leaf, json)]));
  };
}

function partOf(sample: Json, path: readonly string[], keyFor: (wanted: string) => string): Part {
  if (sample.type === 'object' && (sample.entries.length > 0 || path.length === 0)) {
    return { entries: sample.entries.map(([key, value]) => [key, partOf(value, [...path, key], keyFor)]) };
  }
  const field = { key: keyFor(pathText(path)), label: path.at(-1) ?? '', group: path.slice(0, -1), line: 0 };
  return { field: { ...field, ...readSample(sample) }, sample };
}

/** `progress.test_coverage`; a part that is no plain word is quoted: `a["b.c"]`. */
function pathText(path: readonly string[]): string {
  return path
    .map((part) => (/^[\p{L}\p{M}\p{N}_$-]+$/u.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`))
    .join('')
    .replace(/^\./, '');
}

function leavesOf(part: Part): Leaf[] {
  return 'field' in part ? [part] : part.entries.flatMap(([, inner]) => leavesOf(inner));
}

/** What somebody typed as JSON, or why it is none; nothing if the field is not filled. */
function jsonFor(leaf: Leaf | undefined, typed: string): Json | { problem: string } | undefined {
  const value = withPlainLineEnds(typed);
  return leaf && isFilled(value) ? sampleKinds[leaf.field.kind].toJson(value, leaf.sample) : undefined;
}

function filled(leaf: Leaf, values: Values): Json | undefined {
  const json = jsonFor(leaf, valueAt(values, leaf.field.key));
  return json && 'type' in json ? json : undefined;
}

/** Without what is left out, and without the objects that this leaves empty. */
function pruned(part: Part, values: Values, unfilled: Unfilled): Part | undefined {
  if (unfilled === 'hints') return part;
  if ('field' in part) return filled(part, values) && part;
  const entries = part.entries.flatMap(([key, inner]): [string, Part][] => {
    const kept = pruned(inner, values, unfilled);
    return kept ? [[key, kept]] : [];
  });
  return entries.length === 0 ? undefined : { entries };
}

function write(segments: Segment[], part: Part, values: Values, indent: string): void {
  if ('field' in part) {
    const json = filled(part, values);
    addSegment(segments, printJson(json ?? part.sample, indent), json ? 'filled' : 'hint', part.field.key);
    return;
  }
  const inner = `${indent}  `;
  addSegment(segments, '{', 'literal');
  part.entries.forEach(([key, value], index) => {
    addSegment(segments, `${index > 0 ? ',' : ''}\n${inner}${JSON.stringify(key)}: `, 'literal');
    write(segments, value, values, inner);
  });
  addSegment(segments, part.entries.length === 0 ? '}' : `\n${indent}}`, 'literal');
}

/** The values of a rendered message, each with the field that it is of. */
function valuesIn(part: Part, json: Json): { leaf: Leaf; json: Json }[] {
  if ('field' in part) return [{ leaf: part, json }];
  if (json.type !== 'object') return [];
  const left = [...json.entries];
  return part.entries.flatMap(([key, inner]) => {
    const at = left.findIndex(([other]) => other === key);
    const [found] = at === -1 ? [] : left.splice(at, 1);
    return found ? valuesIn(inner, found[1]) : [];
  });
}

function isSample({ sample }: Leaf, json: Json): boolean {
  return printJson(json) === printJson(sample);
}

function typedAs({ field }: Leaf, json: Json): string {
  return sampleKinds[field.kind].fromJson(json);
}
