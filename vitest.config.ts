import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Time-outs only end what hangs: a test must not fail because the machine is slow or busy.
    testTimeout: 60_000,
    include: ['tests/unit/**/*.test.ts', 'src/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
  },
});
