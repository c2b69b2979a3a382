import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { runChild } from '../../scripts/child.mjs';
import { headlessArguments, wantsNoWindow } from '../../scripts/headless-defaults.mjs';
import {
  playwrightCounts,
  playwrightFailures,
  vitestCounts,
} from '../../scripts/test-run/counts.mjs';
import { loadCores } from '../../scripts/test-run/load.mjs';
import { failureLines, stressArguments } from '../../scripts/test-run/stress.mjs';

describe('npm start without a display', () => {
  it('compares with outages, at speed 4, verified', () => {
    expect(headlessArguments([]).join(' ')).toBe(
      '--headless --speed 4 --link dropouts:1.3MB/s@12-17,30-37 --out out --verify',
    );
  });

  it('leaves what is given as it is', () => {
    const args = headlessArguments(['--speed', '1', '--link=unlimited']);
    expect(args.join(' ')).toBe('--headless --out out --verify --speed 1 --link=unlimited');
  });

  it('adds nothing to a headless run or a call for help', () => {
    expect([['--headless', '--speed', '1'], ['--help'], ['-h'], []].map(wantsNoWindow)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('a started command', () => {
  const node = (script: string) => runChild(process.execPath, ['-e', script], { stdio: 'ignore' });

  it('passes its exit code on, and the signal that ended it', async () => {
    expect(await node('process.exit(3)')).toBe(3);
    if (process.platform !== 'win32') {
      expect(await node('process.kill(process.pid, "SIGTERM")')).toBe(128 + 15);
    }
  });

  it('fails when there is no such program', async () => {
    if (process.platform === 'linux') expect(await runChild('/no/such/program', [])).toBe(127);
    else await expect(runChild('/no/such/program', [])).rejects.toThrow('ENOENT');
  });

  /** A script that runs a command by runChild; resolves when the command has said that it is there. */
  const parentOf = async (command: string) => {
    const url = JSON.stringify(new URL('../../scripts/child.mjs', import.meta.url).href);
    const script = `import { runChild } from ${url};
      process.exitCode = await runChild(process.execPath, ['-e', ${JSON.stringify(command)}]);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script]);
    await once(parent.stdout, 'data');
    return parent;
  };
  const STAYS = 'setInterval(() => {}, 1000); console.log(1);';

  it.skipIf(process.platform === 'win32')('is not called done when interrupted', async () => {
    const parent = await parentOf(`process.on('SIGTERM', () => process.exit(0)); ${STAYS}`);
    parent.kill('SIGTERM');
    expect(await once(parent, 'exit')).toEqual([128 + 15, null]);
  });

  it.skipIf(process.platform !== 'linux')('ends with us, even when we are killed', async () => {
    const parent = await parentOf(STAYS);
    parent.kill('SIGKILL');
    // Both hold this pipe: it closes when both are gone.
    await once(parent.stdout, 'close');
  });
});

describe('the count of tests', () => {
  it('is read from vitest: a file that does not load counts as failed', () => {
    const failedFile = { status: 'failed', assertionResults: [] };
    expect(
      vitestCounts({ numPassedTests: 5, numFailedTests: 1, testResults: [failedFile] }),
    ).toEqual({ passed: 5, failed: 2 });
  });

  it('is read from Playwright: an error outside every test counts as failed', () => {
    const stats = { expected: 3, flaky: 1, unexpected: 2 };
    expect(playwrightCounts({ stats, errors: [{}] })).toEqual({ passed: 4, failed: 3 });
  });
});

describe('the app tests under load', () => {
  it('have every core busy, until it is enough', async () => {
    const { pids, unload } = loadCores();
    expect(pids).toHaveLength(availableParallelism());
    for (const pid of pids) expect(process.kill(pid ?? 0, 0)).toBe(true);
    await unload();
    for (const pid of pids) expect(() => process.kill(pid ?? 0, 0)).toThrow('ESRCH');
  });

  it('take how often they run, and the filters of Playwright', () => {
    expect(stressArguments(['20'])).toEqual({ runs: 20, filters: [] });
    const filters = ['test/e2e/server.spec.ts', '-g', 'feed'];
    expect(stressArguments(['3', ...filters])).toEqual({ runs: 3, filters });
    for (const wrong of [[], ['0'], ['-1'], ['2.5'], ['server.spec.ts']]) {
      expect(() => stressArguments(wrong)).toThrow(/N is how often the app tests run/);
    }
  });

  it('tell what failed in a report of Playwright, also outside every test', () => {
    const test = (status: string, message: string) => ({
      status,
      results: [{ error: { message } }],
    });
    const spec = { file: 'a.spec.ts', line: 7, title: 'plays' };
    const inner = {
      specs: [{ ...spec, tests: [test('unexpected', '\u001b[31mno\u001b[39m\nmore')] }],
    };
    const passed = { specs: [{ ...spec, line: 9, tests: [test('expected', '')] }] };
    const report = { errors: [{ message: 'no spec' }], suites: [{ suites: [inner] }, passed] };
    expect(playwrightFailures(report)).toEqual([
      { test: 'the run itself', message: 'no spec' },
      { test: 'a.spec.ts:7 plays', message: 'no' },
    ]);
  });

  it('are told by test, the one that failed most often first, each message once', () => {
    const failed = (test: string, message: string) => ({ test, message });
    const failures = [failed('a', 'x'), failed('b', 'y'), failed('b', 'z'), failed('b', 'y')];
    expect(failureLines(failures, 5)).toEqual([
      '3 of 5  b',
      '    y',
      '    z',
      '1 of 5  a',
      '    x',
    ]);
  });
});
