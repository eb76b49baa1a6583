import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/chromium.ts';
import { type SiteOptions } from './tests/e2e/fixtures.ts';

export default defineConfig<SiteOptions>({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './tests/e2e/build-sites.ts',
  fullyParallel: true,
  workers: 2,
  // Only to end what hangs: how fast something is, a busy machine must not decide.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI !== undefined,
  // A machine that is busy with something else may lose a test once; the summary says so.
  retries: process.env.CI === undefined ? 0 : 1,
  reporter: [[process.env.CI === undefined ? 'line' : 'list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    launchOptions: launchOptions(),
    locale: 'en',
    viewport: { width: 1280, height: 800 },
    // What one test has kept offline is nothing to another; the tests of that allow it.
    serviceWorkers: 'block',
  },
});
