import { expect, type Page } from '@playwright/test';

/**
 * Delays the script of a name, as on a slow connection.
 * @returns lets it load; times out if the page does not request a script of that name
 */
export async function delayScript(page: Page, name: string): Promise<() => Promise<void>> {
  const address = `**/_astro/${name}.*`;
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(address, async (route) => {
    await released;
    await route.continue();
  });
  const requested = page.waitForRequest(address);
  return async () => {
    await requested;
    release();
  };
}

/** Waits until a script that the page loads when it needs it has run. */
export async function scriptLoaded(page: Page, name: string): Promise<void> {
  const findScript = () =>
    page.evaluate(
      (part) =>
        performance
          .getEntriesByType('resource')
          .map((entry) => entry.name)
          .find((address) => address.includes(part)) ?? '',
      `/${name}.`,
    );
  await expect.poll(findScript).not.toBe('');
  // The module runs once, and the page has asked for it before.
  await page.evaluate(
    async (address) => {
      await import(address);
    },
    await findScript(),
  );
}
