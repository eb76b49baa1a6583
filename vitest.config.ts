import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Long enough for a busy machine: the timeout is only for tests that hang.
    testTimeout: 60_000,
    include: ['tests/unit/**/*.test.ts', 'src/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
  },
});
