import { printJson, readJson, type Json } from './json.ts';
import { leavesOf, readMessage, type Leaf, type Part } from './message-form.ts';
import { sampleKinds } from './sample-kinds.ts';

/**
 * Extracts the values from a rendered message, even after light editing; the inverse of a message form's `render`.
 * @returns values by the fields' keys; `undefined` if the text is not JSON, or has a value for which there is no field
 */
export function parseMessage(sample: string, rendered: string): Record<string, string> | undefined {
  const root = readMessage(sample) ?? { entries: [] };
  const json = readJson(rendered);
  const found = 'type' in json ? valuesIn(root, json) : undefined;
  if (!found) return;
  // If the text contains every field, a value that equals its sample counts as not filled.
  const isComplete = found.length === leavesOf(root).length;
  const filled = isComplete ? found.filter(({ leaf, json }) => !isSample(leaf, json)) : found;
  return Object.fromEntries(filled.map(({ leaf, json }) => [leaf.field.key, asTyped(leaf, json)]));
}

/** Returns the values of a rendered message with their fields; `undefined` if a value has no field. */
function valuesIn(part: Part, json: Json): { leaf: Leaf; json: Json }[] | undefined {
  if ('field' in part) return [{ leaf: part, json }];
  if (json.type !== 'object') return;
  const found: { leaf: Leaf; json: Json }[] = [];
  const left = [...json.entries];
  for (const [key, inner] of part.entries) {
    const at = left.findIndex(([other]) => other === key);
    const [entry] = at === -1 ? [] : left.splice(at, 1);
    const inside = entry ? valuesIn(inner, entry[1]) : [];
    if (!inside) return;
    found.push(...inside);
  }
  return left.length === 0 ? found : undefined;
}

function isSample({ sample }: Leaf, json: Json): boolean {
  return printJson(json) === printJson(sample);
}

function asTyped({ field }: Leaf, json: Json): string {
  return sampleKinds[field.kind].fromJson(json);
}
