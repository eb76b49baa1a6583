import type { FormField } from './form.ts';
import { waysOfTaking, type Taken } from './insert-suggestion.ts';

type Suggesting = Pick<FormField, 'taking' | 'suggestions'>;

/**
 * Puts a suggestion into what somebody has typed, or takes it out again if it is there; never takes a word of
 * their own.
 * @returns the new value, and where typing goes on
 */
export function takeSuggestion({ taking, suggestions }: Suggesting, value: string, suggestion: string): Taken {
  return waysOfTaking[taking].take(value, suggestion, suggestions);
}

/** Whether a suggestion is in the value: chosen, or covered by its words. */
export function isTaken({ taking }: Suggesting, value: string, suggestion: string): boolean {
  return waysOfTaking[taking].isTaken(value, suggestion);
}
