import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../child.mjs';
import { ROOT } from '../setup/all.mjs';
import { hasDisplay } from '../setup/display.mjs';
import { startXvfb } from '../xvfb.mjs';
import { appUser } from './as-plain-user.mjs';
import { playwrightCounts, readReport, vitestCounts } from './counts.mjs';
import { say } from '../setup/say.mjs';
import { watchConnections } from './connections.mjs';
import { smallDisk } from './small-disk.mjs';

const PLAYWRIGHT_CONFIG = 'test/e2e/playwright.config.ts';
/** What is counted where no report was written. */
const NOTHING = { passed: 0, failed: 0 };

/** Runs a command line tool out of node_modules in the checkout; gives its exit code. */
function tool(path, args, options = {}) {
  const stdio = ['ignore', 'inherit', 'inherit'];
  const command = [join(ROOT, 'node_modules', path), ...args];
  return runChild(process.execPath, command, { cwd: ROOT, stdio, ...options });
}

/** Each of the two takes one processor for long: they run beside each other. */
async function lint() {
  const codes = await Promise.all([
    tool('eslint/bin/eslint.js', ['.']),
    tool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  ]);
  return { code: codes.find((code) => code !== 0) ?? 0 };
}

async function types() {
  return { code: await tool('typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json']) };
}

async function unit(dir) {
  const file = join(dir, 'unit.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await tool('vitest/vitest.mjs', args);
  const report = readReport(file);
  return { code, counts: report ? vitestCounts(report) : NOTHING };
}

/**
 * The app tests, all or those that Playwright's own `filters` leave; gives {code, report}. A connection of theirs to
 * anywhere but this computer is a failure. Everything that is written goes into dir; the report is null where Playwright wrote none.
 */
export async function appTests(dir, executable, filters = []) {
  const own = join(dir, 'app');
  mkdirSync(own);
  const { env, ...user } = appUser(own, executable);
  const file = join(own, 'app.json');
  Object.assign(env, {
    BUFFERSCOPE_TEST_REPORT: file,
    BUFFERSCOPE_TEST_RESULTS: join(own, 'results'),
  });
  const xvfb = hasDisplay() ? null : await startXvfb({ ...user, env });
  if (xvfb) env.DISPLAY = xvfb.display;
  const disk = smallDisk(own, user);
  if (disk) env.BUFFERSCOPE_SMALL_DISK = disk.path;
  const watch = watchConnections(process.pid);
  try {
    const args = ['test', '-c', PLAYWRIGHT_CONFIG, ...filters];
    const code = await tool('@playwright/test/cli.js', args, { ...user, env });
    const left = watch.stop();
    for (const { command, protocol, to } of left)
      say(`Left this computer: ${protocol} to ${to}: ${command}`);
    return { code: left.length > 0 ? code || 1 : code, report: readReport(file) };
  } finally {
    watch.stop();
    await xvfb?.stop();
    disk?.close();
  }
}

async function app(dir, executable) {
  const { code, report } = await appTests(dir, executable);
  return { code, counts: report ? playwrightCounts(report) : NOTHING };
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
