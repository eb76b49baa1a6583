/**
 * The Network Information API, in browsers that have it (Chromium only).
 * https://wicg.github.io/netinfo/
 */
interface Connection {
  saveData?: boolean;
  /** The speed class; `4g` is the fastest. */
  effectiveType?: string;
}

function connection(): Connection | undefined {
  return (navigator as Navigator & { connection?: Connection }).connection;
}

/** Whether the reader asked to save data; `false` in browsers that do not say. */
export function savesData(): boolean {
  return connection()?.saveData === true;
}

/** Whether the connection is known to be slow. */
export function isSlow(): boolean {
  const { effectiveType = '4g' } = connection() ?? {};
  return effectiveType !== '4g';
}
