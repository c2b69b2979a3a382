import { dirname } from 'node:path';
import { parseArgs } from 'node:util';

/** The folder that `--mutate PATTERN` names, or all of the model. */
function mutatedFolder() {
  const options = { mutate: { type: 'string', short: 'm' } };
  const { mutate } = parseArgs({ options, strict: false, allowPositionals: true }).values;
  return typeof mutate === 'string' ? dirname(mutate.replace(/\*.*$/, 'x')) : 'model';
}

// What is changed has to be noticed by the tests at the same path: the workers read this.
process.env.BUFFERSCOPE_MUTATED ??= mutatedFolder();

/**
 * `npm run mutate [-- --mutate 'model/link/**']`: changes model/, or a part of it, bit by bit and looks
 * whether its tests notice. What was found is kept in out/mutation: a later run tries again only what has
 * changed since. A whole run takes hours on two cores; a folder takes minutes.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate: ['model/**/*.ts'],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation.config.ts', related: false },
  coverageAnalysis: 'perTest',
  ignorePatterns: ['out', 'out-build', 'dist', 'test-results', 'test/bench', 'test/e2e'],
  incremental: true,
  incrementalFile: 'out/mutation/incremental.json',
  tempDirName: 'out/mutation/sandbox',
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false, allowEmojis: false },
  htmlReporter: { fileName: 'out/mutation/report.html' },
  jsonReporter: { fileName: 'out/mutation/report.json' },
  allowConsoleColors: false,
};
