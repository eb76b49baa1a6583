import { printJson, readJson, type Json } from './json.ts';
import { leavesOf, readMessage, type Leaf, type Part } from './message-form.ts';
import { sampleKinds } from './sample-kinds.ts';

/**
 * The inverse of a message form's `render`: gets values out of a rendered text, also out of one that somebody has
 * edited lightly.
 * @returns values by the fields' keys; nothing if it is no JSON, or has a value for which there is no field
 */
export function messageParser(text: string): (rendered: string) => Record<string, string> | undefined {
  const root = readMessage(text) ?? { entries: [] };
  const { length } = leavesOf(root);
  return (rendered) => {
    const json = readJson(rendered);
    const found = 'type' in json ? valuesIn(root, json) : undefined;
    if (!found) return;
    // Where nothing is left out, a value that says the same as the sample counts as not filled.
    const filled = found.length < length ? found : found.filter(({ leaf, json }) => !isSample(leaf, json));
    return Object.fromEntries(filled.map(({ leaf, json }) => [leaf.field.key, typedAs(leaf, json)]));
  };
}

/** The values of a rendered message, each with its field; nothing if there is one that has no field. */
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

function typedAs({ field }: Leaf, json: Json): string {
  return sampleKinds[field.kind].fromJson(json);
}
