/** The result of reading a key. A browser may block storage altogether; then reading fails as well. */
export type StoredText = { worked: true; text: string | null } | { worked: false };

/** Reads a key of `localStorage`; `text` is `null` if the key is not set. Never throws. */
export function readStored(key: string): StoredText {
  try {
    return { worked: true, text: localStorage.getItem(key) };
  } catch {
    return { worked: false };
  }
}

/** @returns whether the text was saved; storage may be blocked or full */
export function writeStored(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** @returns whether the key was removed; storage may be blocked */
export function removeStored(key: string): boolean {
  try {
    localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/**
 * Calls the listener when storage may have changed outside this page: in another tab, or while the page was in the
 * back/forward cache and received no events.
 * @param listener receives the key, or `undefined` if any key may have changed
 * @param signal removes the listener
 */
export function onStorageChange(listener: (key: string | undefined) => void, signal: AbortSignal): void {
  addEventListener(
    'storage',
    ({ key }) => {
      listener(key ?? undefined);
    },
    { signal },
  );
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted) listener(undefined);
    },
    { signal },
  );
}
