/** What the device's store says about a key. A browser may block it; then nothing works, reading included. */
export type Kept = { worked: true; text: string | null } | { worked: false };

/** What is kept under a key; `null` if nothing is. */
export function readKept(key: string): Kept {
  try {
    return { worked: true, text: localStorage.getItem(key) };
  } catch {
    return { worked: false };
  }
}

/** @returns whether it is kept now; a store may be blocked or full */
export function keep(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** @returns whether nothing is kept now; a store may be blocked */
export function forget(key: string): boolean {
  try {
    localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/**
 * Calls when what is kept may have changed without this page: in another tab, or while the browser kept the
 * page aside and nothing was told to it. Ends with the signal.
 * @param listener gets the key, or nothing if it may be any
 */
export function whenKeptElsewhere(listener: (key: string | undefined) => void, signal: AbortSignal): void {
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
