import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../child.mjs';
import { ROOT } from '../setup/all.mjs';
import { hasDisplay } from '../setup/display.mjs';
import { startXvfb } from '../xvfb.mjs';
import { appUser } from './as-plain-user.mjs';
import { countsIn, playwrightCounts, vitestCounts } from './counts.mjs';

const PLAYWRIGHT_CONFIG = 'test/e2e/playwright.config.ts';

/** Runs a command line tool out of node_modules in the checkout; gives its exit code. */
function tool(path, args, options = {}) {
  const stdio = ['ignore', 'inherit', 'inherit'];
  const command = [join(ROOT, 'node_modules', path), ...args];
  return runChild(process.execPath, command, { cwd: ROOT, stdio, ...options });
}

async function lint() {
  const eslint = await tool('eslint/bin/eslint.js', ['.']);
  if (eslint !== 0) return { code: eslint };
  const args = ['--check', '--log-level', 'warn', '.'];
  return { code: await tool('prettier/bin/prettier.cjs', args) };
}

async function types() {
  return { code: await tool('typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json']) };
}

async function unit(dir) {
  const report = join(dir, 'unit.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await tool('vitest/vitest.mjs', args);
  return { code, counts: countsIn(report, vitestCounts) };
}

async function app(dir, executable) {
  const own = join(dir, 'app');
  mkdirSync(own);
  const { env, ...user } = appUser(own, executable);
  const report = join(own, 'app.json');
  Object.assign(env, {
    BUFFERSCOPE_TEST_REPORT: report,
    BUFFERSCOPE_TEST_RESULTS: join(own, 'results'),
  });
  const xvfb = hasDisplay() ? null : await startXvfb({ ...user, env });
  if (xvfb) env.DISPLAY = xvfb.display;
  try {
    const args = ['test', '-c', PLAYWRIGHT_CONFIG];
    const code = await tool('@playwright/test/cli.js', args, { ...user, env });
    return { code, counts: countsIn(report, playwrightCounts) };
  } finally {
    await xvfb?.stop();
  }
}

/** The parts of `npm test` in their order: {name, run(dir, executable) -> {code, counts?}}. */
export function testSteps() {
  const steps = [
    { name: 'Lint', run: lint },
    { name: 'Types', run: types },
    { name: 'Unit', run: unit },
    { name: 'App', run: app },
  ];
  return existsSync(join(ROOT, PLAYWRIGHT_CONFIG)) ? steps : steps.slice(0, 3);
}
