/*
 * Messages from a page to the service worker, and its answers.
 */

/** `visited` reports the page itself; it has no answer. */
export type PageMessage = 'visited' | SearchRequest;

/** `status` asks whether the search is saved on this device; `save` saves it. */
export type SearchRequest = 'status' | 'save';

export interface SearchStatus {
  /** Whether search works offline. After `save`, `false` means that saving failed. */
  isSaved: boolean;
  /** The size of what has to be saved, in bytes as sent. */
  size: number;
}
