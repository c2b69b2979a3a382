import { defineConfig } from 'vitest/config';

const folder = process.env['BUFFERSCOPE_MUTATED'] ?? 'model';

/** The tests that have to notice a change: those at the path of what is changed. */
export default defineConfig({
  test: { include: [`test/${folder}/**/*.test.ts`], testTimeout: 60_000 },
});
