import { defineConfig } from 'vitest/config';

/** Tests that replace modules or change the process: each file needs modules of its own. */
const ISOLATED = ['tests/unit/diagrams/{all-cached,cache,deterministic-globals}.test.ts'];

export default defineConfig({
  test: {
    // Long enough for a busy machine: the timeout is only for tests that hang.
    testTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
    projects: [
      { extends: true, test: { name: 'isolated', include: ISOLATED } },
      {
        extends: true,
        test: {
          name: 'rest',
          include: ['tests/unit/**/*.test.ts', 'src/**/*.test.ts'],
          exclude: ISOLATED,
          // One process runs many files: loading the same modules for each file takes longer than the tests.
          isolate: false,
          // Restored before each test, so that what one file replaces does not reach the next.
          unstubGlobals: true,
          unstubEnvs: true,
        },
      },
    ],
  },
});
