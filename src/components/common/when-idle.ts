/** A page that is never idle is called all the same, after so many milliseconds. */
const PATIENCE = 5000;

/** Calls once the page is loaded and the browser has nothing better to do; never after the signal. */
export function whenIdle(callback: () => void, signal?: AbortSignal): void {
  const callUnlessGone = () => {
    if (signal?.aborted !== true) callback();
  };
  const wait = () => {
    // Safari has no requestIdleCallback.
    if ('requestIdleCallback' in window) requestIdleCallback(callUnlessGone, { timeout: PATIENCE });
    else setTimeout(callUnlessGone, 1000);
  };
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { once: true });
}
