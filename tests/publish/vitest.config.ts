import { defineConfig } from 'vitest/config';

/** The tests that run on their own: they take minutes, or need nginx or the registry. */
export default defineConfig({
  test: { include: ['tests/publish/*.test.ts'], testTimeout: 600_000, hookTimeout: 600_000, reporters: ['verbose'] },
});
