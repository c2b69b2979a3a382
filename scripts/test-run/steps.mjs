import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../child.mjs';
import { ROOT } from '../setup/all.mjs';
import { hasDisplay } from '../setup/display.mjs';
import { startXvfb } from '../xvfb.mjs';
import { appUser } from './as-plain-user.mjs';
import { joinedReports, playwrightCounts, readReport, vitestCounts } from './counts.mjs';

const PLAYWRIGHT_CONFIG = 'test/e2e/playwright.config.ts';
/** Its projects, one after the other: those that may run two at a time, then those that run alone. */
const PROJECTS = ['beside', 'alone'];
/** Exit codes above this are of a run that was interrupted. */
export const SIGNALLED = 128;
/** What is counted where no report was written. */
const NOTHING = { passed: 0, failed: 0 };

/** Runs a command line tool out of node_modules in the checkout; gives its exit code. */
function tool(path, args, options = {}) {
  const stdio = ['ignore', 'inherit', 'inherit'];
  const command = [join(ROOT, 'node_modules', path), ...args];
  return runChild(process.execPath, command, { cwd: ROOT, stdio, ...options });
}

/** ESLint on one core, formatting and types on another; all are said, the first that failed decides. */
async function check() {
  const [eslint, others] = await Promise.all([
    tool('eslint/bin/eslint.js', ['.']),
    formattingAndTypes(),
  ]);
  return { code: eslint || others };
}

async function formattingAndTypes() {
  const format = ['--check', '--log-level', 'warn', '.'];
  const formatting = await tool('prettier/bin/prettier.cjs', format);
  const types = await tool('typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json']);
  return formatting || types;
}

async function unit(dir) {
  const file = join(dir, 'unit.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await tool('vitest/vitest.mjs', args);
  const report = readReport(file);
  return { code, counts: report ? vitestCounts(report) : NOTHING };
}

/**
 * The app tests, all or those that Playwright's own `filters` leave; gives {code, report}. Everything that
 * is written goes into dir; the report is null where Playwright wrote none.
 */
export async function appTests(dir, executable, filters = []) {
  const own = join(dir, 'app');
  mkdirSync(own);
  const { env, ...user } = appUser(own, executable);
  const xvfb = hasDisplay() ? null : await startXvfb({ ...user, env });
  if (xvfb) env.DISPLAY = xvfb.display;
  try {
    let code = 0;
    const reports = [];
    for (const project of PROJECTS) {
      const file = join(own, `${project}.json`);
      env.BUFFERSCOPE_TEST_REPORT = file;
      env.BUFFERSCOPE_TEST_RESULTS = join(own, `results-${project}`);
      const args = ['test', '-c', PLAYWRIGHT_CONFIG, '--project', project, '--pass-with-no-tests'];
      const ended = await tool('@playwright/test/cli.js', [...args, ...filters], { ...user, env });
      code ||= ended;
      reports.push(readReport(file));
      if (ended > SIGNALLED) break;
    }
    return { code, report: joinedReports(reports) };
  } finally {
    await xvfb?.stop();
  }
}

async function app(dir, executable) {
  const { code, report } = await appTests(dir, executable);
  return { code, counts: report ? playwrightCounts(report) : NOTHING };
}

/** The parts of `npm test` in their order: {name, run(dir, executable) -> {code, counts?}}. */
export function testSteps() {
  const steps = [
    { name: 'Lint and types', run: check },
    { name: 'Unit', run: unit },
    { name: 'App', run: app },
  ];
  return existsSync(join(ROOT, PLAYWRIGHT_CONFIG)) ? steps : steps.slice(0, -1);
}
