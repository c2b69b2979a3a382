import { defineConfig } from 'vitest/config';

/** The tests that have to notice a change: those at the path of what is changed (`stryker.config.mjs`). */
export default defineConfig({
  test: {
    include: [process.env['BUFFERSCOPE_MUTATION_TESTS'] ?? 'test/model/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
