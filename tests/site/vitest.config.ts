import { defineConfig } from 'vitest/config';

/** The tests of the built test sites: what is in their HTML and in their files, without a browser. */
export default defineConfig({
  test: {
    include: ['tests/site/**/*.test.ts'],
    globalSetup: 'tests/site/global-setup.ts',
    // Long enough for a busy machine: the timeout is only for tests that hang.
    testTimeout: 300_000,
    reporters: ['default', ['json', { outputFile: 'test-results/site.json' }]],
    // One process runs many files: loading the DOM for each file takes longer than the tests.
    isolate: false,
    unstubGlobals: true,
  },
});
