import { dirname } from 'node:path';
import { parseArgs } from 'node:util';

/** The pattern that `--mutate` gives, or all of the model. */
function mutated() {
  const options = { mutate: { type: 'string', short: 'm' } };
  const { mutate } = parseArgs({ options, strict: false, allowPositionals: true }).values;
  return typeof mutate === 'string' ? mutate : 'model/**';
}

/** The tests that have to notice a change there: those of the same folder, or of all folders in it. */
function testsOf(pattern) {
  const folder = dirname(pattern.replace(/\*.*$/, 'x'));
  return `test/${folder}/${pattern.includes('**') ? '**/' : ''}*.test.ts`;
}

// The workers read this.
process.env.BUFFERSCOPE_MUTATION_TESTS ??= testsOf(mutated());

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
  // With Vitest 4 the runner never makes a change outside every function active: it would count as survived.
  ignoreStatic: true,
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
