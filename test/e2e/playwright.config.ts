import { defineConfig } from '@playwright/test';

/** Specs whose claims hold however busy the machine is, and that play next to nothing: their apps may run two at a time. */
const BESIDE = [
  'headless-places',
  'link-editor',
  'looks',
  'server',
  'stranger',
  'webrtc',
  'what-if',
].map((name) => `**/${name}.spec.ts`);

/** The app part of `npm test`: real Electron. Where three videos play, one window has the two cores for itself. */
export default defineConfig({
  testDir: '.',
  workers: 2,
  projects: [
    { name: 'beside', testMatch: BESIDE },
    // Begins when the others have ended, and runs whatever came of them: see scripts/test-run/steps.mjs.
    { name: 'alone', testMatch: '**/*.spec.ts', testIgnore: BESIDE, workers: 1 },
  ],
  timeout: 120_000,
  expect: { timeout: 15_000 },
  globalSetup: './global-setup.ts',
  outputDir: process.env['BUFFERSCOPE_TEST_RESULTS'] ?? '../../test-results',
  reporter: process.env['BUFFERSCOPE_TEST_REPORT']
    ? [['list'], ['json', { outputFile: process.env['BUFFERSCOPE_TEST_REPORT'] }]]
    : [['list']],
});
