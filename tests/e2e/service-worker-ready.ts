import { type Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Waits until the service worker controls the page and has saved it. */
export async function serviceWorkerReady(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((done) => {
      navigator.serviceWorker.addEventListener('controllerchange', done, { once: true });
    });
  });
  await expect.poll(() => isPageSaved(page)).toBe(true);
}

/** Whether the open page is saved on this device. */
export function isPageSaved(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const saved = await caches.match(location.href, { ignoreSearch: true });
    return saved !== undefined;
  });
}
