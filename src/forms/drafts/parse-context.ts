import { withPlainLineEnds } from '../model/form.ts';
import type { Known } from '../prompt.ts';
import { isRecord, own } from '../../lib/safe-json.ts';

/** Those of the properties that are texts, and not empty. */
export function textsIn<Key extends string>(record: Record<string, unknown>, keys: readonly Key[]) {
  const texts: Partial<Record<Key, string>> = {};
  for (const key of keys) {
    const text = own(record, key);
    if (typeof text === 'string' && text.trim() !== '') texts[key] = withPlainLineEnds(text);
  }
  return texts;
}

export function isKnown(value: unknown): value is Known {
  return isRecord(value) && typeof own(value, 'question') === 'string' && typeof own(value, 'answer') === 'string';
}
