import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, freshFolder, test } from './app';
import { runHeadless } from './headless';

/** What a terminal is sent before a line that takes the place of another. */
const REWRITE = '\r\x1b[K';

/** The shortest run that there is. */
const SHORT = [
  ...['--sample-seconds', '10', '--speed', '4', '--until', '1s'],
  ...['--link', 'unlimited', '--methods', 'streaming'],
];

test.describe('without a home that can be written', () => {
  for (const [name, home] of [
    ['that is not there', (folder: string) => join(folder, 'home')],
    ['that is read-only', (folder: string) => folder],
  ] as const) {
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
