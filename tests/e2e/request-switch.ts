import { type Page } from '@playwright/test';

/** Decides what happens to requests for some addresses from now on. */
export interface RequestSwitch {
  /** Lets them through, with those that were held. */
  pass: () => void;
  /** Delays them until they may pass, as on a slow connection. */
  hold: () => void;
  /** Lets them fail, as without a connection. */
  block: () => void;
  /** Returns how many requests were let through or failed. */
  answered: () => number;
}

/**
 * Intercepts requests for some addresses; they pass until the returned switch says otherwise. A test must call this
 * before it opens the page: Chromium learns of a new interception later than the test continues, so that a request made
 * directly after it is not always intercepted.
 */
export async function interceptRequests(page: Page, address: string): Promise<RequestSwitch> {
  let isBlocked = false;
  let gate = Promise.resolve<undefined>(undefined);
  let open: (value: undefined) => void = () => undefined;
  let answered = 0;
  const set = (blocked: boolean) => {
    isBlocked = blocked;
    open(undefined);
  };
  await page.route(address, async (route) => {
    await gate;
    await (isBlocked ? route.abort() : route.continue());
    answered += 1;
  });
  return {
    pass: () => {
      set(false);
    },
    block: () => {
      set(true);
    },
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      gate = promise;
      open = resolve;
    },
    answered: () => answered,
  };
}
