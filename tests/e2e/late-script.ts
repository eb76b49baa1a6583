import { type Page } from '@playwright/test';

/** Lets the script of that name come only when what is returned is called: what a slow line does. */
export async function holdScript(page: Page, name: string): Promise<() => void> {
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
