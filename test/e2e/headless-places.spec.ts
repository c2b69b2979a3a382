import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { appEnvironment, chromiumSwitches, electronPath, expect, freshFolder, test } from './app';
import { runHeadless } from './headless';
import { flag, press, roomReady } from './room';

/** What a terminal is sent before a line that takes the place of another. */
const REWRITE = '\r\x1b[K';

/** The shortest run that there is. */
const SHORT = [
  ...['--sample-seconds', '10', '--speed', '4', '--until', '1s'],
  ...['--link', 'unlimited', '--methods', 'streaming'],
];

/** What a window session without a driver says on stderr before it is shown; it is ended then. */
async function firstWords(env: Record<string, string>): Promise<string> {
  const repo = resolve(import.meta.dirname, '../..');
  const args = [...chromiumSwitches(), repo, '--', '--sample-seconds', '10'];
  const child = spawn(electronPath(), args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const gone = once(child, 'close');
  await Promise.race([once(child.stderr, 'data'), gone]);
  child.kill();
  await gone;
  return said;
}

test.describe('without a home that can be written', () => {
  for (const [name, home] of [
    ['that is not there', (folder: string) => join(folder, 'home')],
    ['that is read-only', (folder: string) => folder],
  ] as const) {
    test(`a home ${name}: a window session works, and one sentence says that nothing is kept`, async ({
      start,
    }) => {
      test.skip(process.getuid?.() === 0, 'nothing is read-only to root');
      const folder = freshFolder('homeless');
      chmodSync(folder, 0o555);
      const env = { HOME: home(folder), BUFFERSCOPE_USER_DATA: '', XDG_CONFIG_HOME: '' };
      const [sentence] = (await firstWords(appEnvironment(env))).split('\n');
      expect(sentence).toMatch(/^Nothing can be written in .* for this session alone\.$/);
      expect(sentence).toContain(join(home(folder), '.config', 'Bufferscope'));
      const { window } = await start(['--sample-seconds', '10'], env);
      await roomReady(window);
      await press(window, 'Space');
      await expect(flag(window, 'Streaming')).toHaveText('Playing');
      chmodSync(folder, 0o755);
      expect(readdirSync(folder)).toEqual([]);
    });

    test(`a home ${name}: the run ends with 0, and one sentence says that nothing is kept`, async () => {
      test.skip(process.getuid?.() === 0, 'nothing is read-only to root');
      const folder = freshFolder('homeless');
      chmodSync(folder, 0o555);
      const outcome = await runHeadless(SHORT, [], undefined, {
        env: { HOME: home(folder), BUFFERSCOPE_USER_DATA: '', XDG_CONFIG_HOME: '' },
      });
      expect(outcome.stderr.trim().split('\n')).toHaveLength(1);
      expect(outcome.stderr).toContain(join(home(folder), '.config', 'Bufferscope'));
      expect(outcome.code).toBe(0);
      expect(readdirSync(outcome.out).sort()).toEqual([
        'compare.png',
        'report.html',
        'report.json',
      ]);
      chmodSync(folder, 0o755);
    });
  }
});

test.describe('a place where no report can be written', () => {
  test('ends with 4 before anything is opened', async () => {
    const folder = freshFolder('bad-out');
    const file = join(folder, 'a-file');
    writeFileSync(file, 'mine');
    const outcome = await runHeadless(SHORT, [], undefined, { out: file });
    expect(outcome.code).toBe(4);
    expect(outcome.stderr.trim().split('\n')).toHaveLength(1);
    expect(outcome.stderr).toContain(file);
    expect(outcome.stdout).not.toContain('Method');
    expect(readdirSync(folder)).toEqual(['a-file']);
  });

  test('found at the end ends with 4, and leaves nothing half-written', async () => {
    const heard = (stdout: string, out: string): void => {
      const inTheWay = join(out, 'report.html');
      if (stdout.includes('Delivered as it is') && !existsSync(inTheWay)) mkdirSync(inTheWay);
    };
    const outcome = await runHeadless(SHORT, [], heard);
    expect(outcome.code).toBe(4);
    expect(outcome.stderr).toContain('EISDIR');
    expect(outcome.stdout).not.toContain('Wrote');
    expect(readdirSync(outcome.out)).toEqual(['report.html']);
  });
});

test('a run of which nobody reads the words goes on to its report', async () => {
  const { code, stdout, out } = await runHeadless(SHORT, [], undefined, { unread: true });
  expect(code).toBe(0);
  expect(stdout).not.toContain('Method');
  expect(existsSync(join(out, 'report.json'))).toBe(true);
});

test.describe('how far a run is', () => {
  const RUN = [...SHORT.slice(0, 2), '--speed', '1', '--until', '2s', ...SHORT.slice(6)];

  test('is told at a terminal in one line, which gives way to the table', async () => {
    test.skip(process.platform !== 'linux', 'script of util-linux gives the terminal');
    const { code, stdout } = await runHeadless(RUN, [], undefined, { terminal: true });
    expect(code).toBe(0);
    const told = stdout.split(REWRITE).filter((line) => line.startsWith('streaming '));
    expect(told.length).toBeGreaterThanOrEqual(2);
    for (const line of told) expect(line).toMatch(/^streaming \d+\.\d s \d+ %$/);
    expect(stdout).toContain(`%${REWRITE}Method`);
  });

  test('is not told with --quiet, nor to a pipe', async () => {
    test.skip(process.platform !== 'linux', 'script of util-linux gives the terminal');
    const quiet = await runHeadless([...RUN, '--quiet'], [], undefined, { terminal: true });
    expect(quiet.stdout).not.toContain(REWRITE);
    expect(quiet.stdout).not.toContain('Indexing');
    expect(quiet.stdout).toContain('Method');
    expect((await runHeadless(RUN)).stdout).not.toContain(REWRITE);
  });
});
