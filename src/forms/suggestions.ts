import { kinds } from './field-kinds.ts';
import type { FormField } from './form.ts';

type Suggesting = Pick<FormField, 'kind' | 'hint' | 'suggestions'>;

/**
 * Puts a suggestion into what somebody has typed, or takes it out again if it is there; never takes a word of
 * their own.
 * @returns the new value, and where typing goes on
 */
export function takeSuggestion(field: Suggesting, value: string, suggestion: string): { value: string; caret: number } {
  return kinds[field.kind].taking.take(value, suggestion, field.suggestions, field.hint);
}

/** Whether a suggestion is in the value: chosen, or covered by its words. */
export function isTaken(field: Suggesting, value: string, suggestion: string): boolean {
  return kinds[field.kind].taking.isTaken(value, suggestion);
}
