/** Longest wait on a page that is never idle, in milliseconds. */
const MAX_DELAY = 5000;

/**
 * Calls back once the page has loaded and the browser is idle.
 * @param signal cancels the call
 */
export function onIdle(callback: () => void, signal?: AbortSignal): void {
  const callUnlessAborted = () => {
    if (signal?.aborted !== true) callback();
  };
  const wait = () => {
    // Safari has no requestIdleCallback.
    if ('requestIdleCallback' in window) requestIdleCallback(callUnlessAborted, { timeout: MAX_DELAY });
    else setTimeout(callUnlessAborted, 1000);
  };
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { once: true });
}
