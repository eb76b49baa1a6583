import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Only to end what hangs: how fast something is, a busy machine must not decide.
    testTimeout: 60_000,
    include: ['tests/unit/**/*.test.ts', 'src/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
  },
});
