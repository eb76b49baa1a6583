import { readStored, writeStored } from '../lib/local-storage.ts';
import type { UnfilledMode } from './model/form.ts';

const KEY = 'playbook:unfilled';

/** Cached for all forms of the page, because it is read with every key press. */
let cached: UnfilledMode | undefined;

/** Returns what the reader last chose on this device for fields that are not filled. */
export function unfilledPreference(): UnfilledMode {
  if (cached) return cached;
  const stored = readStored(KEY);
  return (cached = stored.worked && stored.text === 'left-out' ? 'left-out' : 'hints');
}

/** Applies a choice to all forms of the page, and stores it if storage permits. */
export function setUnfilledPreference(mode: UnfilledMode): void {
  cached = mode;
  writeStored(KEY, mode);
}
