import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/chromium.ts';
import { type SiteOptions } from './tests/e2e/fixtures.ts';

export default defineConfig<SiteOptions>({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './tests/e2e/build-sites.ts',
  fullyParallel: true,
  workers: 3,
  // Time-outs only end what hangs: a test must not fail because the machine is slow or busy.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  forbidOnly: process.env.CI !== undefined,
  // A test that passes only when tried again is a race: in the test or in the site.
  retries: 0,
  reporter: [[process.env.CI === undefined ? 'line' : 'list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    launchOptions: launchOptions(),
    locale: 'en',
    viewport: { width: 1280, height: 800 },
    // Only the tests of offline use allow them: a service worker answers requests that other tests intercept.
    serviceWorkers: 'block',
  },
});
