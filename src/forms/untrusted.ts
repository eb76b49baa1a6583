import { withPlainLineEnds } from './form.ts';
import type { Known } from './prompt.ts';

/** JSON of unknown origin; nothing if it is none. */
export function parseUntrusted(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON, or nested so deeply that an engine gives up.
    return undefined;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A property of the object itself, never one that all objects have. */
export function own(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

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
