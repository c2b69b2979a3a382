import { defineConfig } from '@playwright/test';

/** The app part of `npm test`: real Electron, one window at a time (two cores decode three videos). */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  globalSetup: './global-setup.ts',
  outputDir: process.env['BUFFERSCOPE_TEST_RESULTS'] ?? '../../test-results',
  reporter: process.env['BUFFERSCOPE_TEST_REPORT']
    ? [['list'], ['json', { outputFile: process.env['BUFFERSCOPE_TEST_REPORT'] }]]
    : [['list']],
});
