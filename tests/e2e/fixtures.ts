import { test as base, expect, type BrowserContext } from '@playwright/test';
import { urlOf } from './build-sites.ts';
import { type SiteName } from './sites.ts';

export { expect };

export interface SiteOptions {
  /** The site that a test visits; addresses in the test are relative to its base path (`./agents/`). */
  site: SiteName;
}

/** All that a site must never do, as it happens during a test. */
interface Complaints {
  /** Lets what matches pass: for what a test brings about on purpose. */
  allow: (pattern: RegExp) => void;
}

/**
 * Playwright's `test` with a site under it. Any console message (Chromium reports each violation of the content
 * security policy there), error, dialog, failed request or request to another host fails the test.
 */
export const test = base.extend<SiteOptions & { complaints: Complaints }>({
  site: ['default', { option: true }],
  baseURL: async ({ site }, use) => {
    await use(urlOf(site));
  },
  complaints: [
    async ({ context, baseURL }, use) => {
      const allowed: RegExp[] = [];
      const heard = listen(context, new URL(baseURL ?? '').origin);
      await use({ allow: (pattern) => void allowed.push(pattern) });
      const complaints = heard.filter((complaint) => !allowed.some((pattern) => pattern.test(complaint)));
      expect(complaints, 'nothing may be said on the console, fail, or leave for another host').toEqual([]);
    },
    { auto: true },
  ],
});

function listen(context: BrowserContext, origin: string): string[] {
  const heard: string[] = [];
  context.on('console', (message) => {
    // Playwright's own remark, wherever tests allow no service worker.
    if (message.text() === 'Service Worker registration blocked by Playwright') return;
    heard.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => {
    // Chromium's own: it may skip the transition between two pages where the machine is busy.
    if (/Transition was (?:aborted|skipped)/.test(String(error.error()))) return;
    heard.push(`error: ${String(error.error())}`);
  });
  context.on('dialog', (dialog) => {
    heard.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    const { protocol, origin: target } = new URL(request.url());
    if (/^https?:$/.test(protocol) && target !== origin) heard.push(`request to another host: ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // What was still under way when a page was left, and a download, which is no page.
    if (reason !== 'net::ERR_ABORTED') heard.push(`request failed (${reason}): ${request.url()}`);
  });
  return heard;
}
