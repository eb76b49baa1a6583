import { type Page } from '@playwright/test';

/** Delays the script of a name until the returned function is called, like a slow connection. */
export async function delayScript(page: Page, name: string): Promise<() => void> {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(`**/_astro/${name}.*`, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}
