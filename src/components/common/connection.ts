/**
 * What a browser tells about the connection, where it tells (Chromium only).
 * https://wicg.github.io/netinfo/
 */
interface Connection {
  saveData?: boolean;
  effectiveType?: string;
  /** Mbit/s, estimated. */
  downlink?: number;
}

/** Slower than this, what nobody asked for would be in the way of what somebody did; in Mbit/s. */
const FAST_ENOUGH = 5;

function connection(): Connection | undefined {
  return (navigator as Navigator & { connection?: Connection }).connection;
}

/** Whether data is to be saved. A browser that does not say so does not ask for it. */
export function savesData(): boolean {
  return connection()?.saveData === true;
}

/** Whether the connection has room for something that nobody has asked for yet. Not known: it has none. */
export function isFast(): boolean {
  const { effectiveType, downlink = 0 } = connection() ?? {};
  return !savesData() && effectiveType === '4g' && downlink >= FAST_ENOUGH;
}
