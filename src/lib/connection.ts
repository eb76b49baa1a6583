/**
 * The Network Information API, in browsers that have it (Chromium only).
 * https://wicg.github.io/netinfo/
 */
interface Connection {
  saveData?: boolean;
  effectiveType?: string;
  /** Mbit/s, estimated. */
  downlink?: number;
}

/** On slower connections, prefetching would delay what the reader asked for. In Mbit/s. */
const MIN_PREFETCH_SPEED = 5;

function connection(): Connection | undefined {
  return (navigator as Navigator & { connection?: Connection }).connection;
}

/** Whether the reader asked to save data; `false` in browsers that do not say. */
export function savesData(): boolean {
  return connection()?.saveData === true;
}

/** Whether the connection is fast enough to prefetch; `false` if unknown. */
export function isFast(): boolean {
  const { effectiveType, downlink = 0 } = connection() ?? {};
  return !savesData() && effectiveType === '4g' && downlink >= MIN_PREFETCH_SPEED;
}
