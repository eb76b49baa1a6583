/** Somebody who types without a pause is made to wait after so many milliseconds. */
const PATIENCE = 500;

/**
 * Calls as soon as the browser has nothing better to do: at first it shows what somebody has typed. At the latest when
 * the page is hidden or left, because nothing may run after that.
 */
export function soon(callback: () => void): void {
  const calling = new AbortController();
  const { signal } = calling;
  const call = () => {
    if (signal.aborted) return;
    calling.abort();
    callback();
  };
  // Safari has no requestIdleCallback.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(call, { timeout: PATIENCE });
  else setTimeout(call);
  addEventListener('pagehide', call, { signal });
  document.addEventListener('visibilitychange', call, { signal });
}
