import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { urlOf } from './serve-sites.ts';
import { builtSites, type SiteName } from '../site/sites.ts';

export { expect };

/** Slows the browser's processor down (`E2E_CPU_SLOWDOWN=4`: four times), to find tests that depend on speed. */
const cpuSlowdown = Number(process.env.E2E_CPU_SLOWDOWN ?? 1);

export interface SiteOptions {
  /** The site that a test visits; addresses in the test are relative to its base path (`./agents/`). */
  site: SiteName;
}

/** The errors of a test's pages; they fail the test when it ends. */
interface PageErrors {
  /** Ignores errors that a test causes on purpose. */
  allow: (pattern: RegExp) => void;
}

/**
 * Playwright's `test`, visiting a built site. Any console message (Chromium reports each violation of the content
 * security policy there), error, dialog, failed request or request to another host fails the test.
 */
export const test = base.extend<SiteOptions & { pageErrors: PageErrors }>({
  site: ['default', { option: true }],
  baseURL: async ({ site }, use) => {
    await use(urlOf(site));
  },
  context: async ({ context }, use) => {
    await use(context);
    // Playwright does not reset this when it reuses the context.
    await context.setOffline(false);
  },
  page: async ({ page }, use) => {
    if (cpuSlowdown > 1) await slowDown(page);
    await use(page);
  },
  pageErrors: [
    async ({ context, baseURL }, use) => {
      const allowed: RegExp[] = [];
      const origins = [...builtSites.map(urlOf), baseURL ?? ''].map((url) => new URL(url).origin);
      const errors = recordErrors(context, new Set(origins));
      await use({ allow: (pattern) => void allowed.push(pattern) });
      const unexpected = errors.filter((error) => !allowed.some((pattern) => pattern.test(error)));
      expect(unexpected, 'console messages, errors and requests to other hosts').toEqual([]);
    },
    { auto: true },
  ],
});

/**
 * The same, with a browser context of its own that allows service workers: a service worker outlives the page that started
 * it. Not with Playwright's options for that, which start a new browser.
 */
export const testWithServiceWorker = test.extend({
  context: async ({ browser }, use) => {
    const context = await browser.newContext({ serviceWorkers: 'allow' });
    await use(context);
    await context.close();
  },
});

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
}

function recordErrors(context: BrowserContext, origins: ReadonlySet<string>): string[] {
  const errors: string[] = [];
  context.on('console', (message) => {
    // Playwright logs this itself in tests that block service workers.
    if (message.text() === 'Service Worker registration blocked by Playwright') return;
    errors.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => {
    // Chromium may skip the transition between two pages when the machine is busy.
    if (/Transition was (?:aborted|skipped)/.test(String(error.error()))) return;
    errors.push(`error: ${String(error.error())}`);
  });
  context.on('dialog', (dialog) => {
    errors.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    const { protocol, origin: target } = new URL(request.url());
    if (/^https?:$/.test(protocol) && !origins.has(target)) errors.push(`request to another host: ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Aborted: the page was left before the request was done, or the response is a download.
    if (reason !== 'net::ERR_ABORTED') errors.push(`request failed (${reason}): ${request.url()}`);
  });
  return errors;
}
