import type { SearchRequest } from '../query/result-types.ts';

/*
 * Messages from a page to the worker that searches for it, and its answers.
 */

/** The first message. */
export interface StartMessage {
  /** The site's base path: `/`, or `/some/base/`. */
  base: string;
}

/** The manifest of the index, as JSON; absent if the page could not load it. */
export interface ManifestMessage {
  manifest: ArrayBuffer | undefined;
}

/** Starts loading Pagefind, because a search is likely to follow. */
export interface WarmUpMessage {
  warmUp: true;
}

/** A question, with a port for its answers. Any message through the port ends the work on it. */
export type Question = { search: SearchRequest } | { find: string } | { prefetch: string };

/** Better and better answers to a question, then their end. */
export type AnswerMessage<Answer> = { answer: Answer } | { end: 'complete' | 'failed' };
