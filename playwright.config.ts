import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/chromium.ts';
import { type SiteOptions } from './tests/e2e/fixtures.ts';

const { args, ...executable } = launchOptions();

/**
 * Features of Chromium that are turned off. Chromium reads only the last `--disable-features`, so this repeats the list of
 * Playwright 1.65.
 */
const DISABLED_FEATURES = [
  // The list below the address bar is two pages, which Chromium loads for each window, even without a visible window.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

export default defineConfig<SiteOptions>({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './tests/e2e/serve-sites.ts',
  fullyParallel: true,
  // The browser keeps two processors busy with two workers; a third one makes the tests slower.
  workers: 2,
  // Time-outs only end what hangs: a test must not fail because the machine is slow or busy.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  forbidOnly: process.env.CI !== undefined,
  // A test that passes only when tried again is a race: in the test or in the site.
  retries: 0,
  reporter: [[process.env.CI === undefined ? 'line' : 'list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    // One process for all pages of a site: starting one for each page takes a quarter of the time of the tests.
    launchOptions: {
      ...executable,
      args: [
        ...args,
        '--process-per-site',
        // No memory for pixels, and no process to show them: no test looks at pixels, and painting takes a quarter of the
        // time of loading a page.
        '--force-gpu-mem-available-mb=1',
        '--in-process-gpu',
        // Nothing runs long enough to be worth optimizing, and every page would be optimized again in the background.
        '--js-flags=--single-threaded --no-maglev --no-turbofan --liftoff-only',
        `--disable-features=${DISABLED_FEATURES.join(',')}`,
      ],
    },
    // The tests of a worker share a browser context, which Playwright empties before each test: storage, caches, cookies,
    // routes and init scripts. A new context for each test takes a third longer, because it starts new processes.
    // isolation.spec.ts checks what Playwright resets; fixtures.ts resets the rest.
    reuseContext: true,
    // The same for all tests, because a context cannot be reused with other permissions.
    permissions: ['clipboard-read', 'clipboard-write'],
    // Animations take time, and the site has few. Tests of animations turn them on.
    reducedMotion: 'reduce',
    locale: 'en',
    viewport: { width: 1280, height: 800 },
    // Only the tests of offline use allow them: a service worker answers requests that other tests intercept.
    serviceWorkers: 'block',
  },
});
