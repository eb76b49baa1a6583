import { isRecord, own } from '../lib/safe-json.ts';
import { withPlainLineEnds } from './model/form.ts';

/** A question that was answered before the reader opened the form, for example in a decision tree. */
export interface KnownAnswer {
  question: string;
  answer: string;
}

/** Goes with a form's text in a handoff. The names of its properties are stored and shared: they never change. */
export interface HandoffContext {
  /** Name of the agent that receives it, without the `@`. */
  to?: string;
  task?: string;
  known?: readonly KnownAnswer[];
}

/** Returns those of the named properties that are text and not blank. */
export function textProperties<Key extends string>(record: Record<string, unknown>, keys: readonly Key[]) {
  const texts: Partial<Record<Key, string>> = {};
  for (const key of keys) {
    const text = own(record, key);
    if (typeof text === 'string' && text.trim() !== '') texts[key] = withPlainLineEnds(text);
  }
  return texts;
}

export function isKnownAnswer(value: unknown): value is KnownAnswer {
  return isRecord(value) && typeof own(value, 'question') === 'string' && typeof own(value, 'answer') === 'string';
}
