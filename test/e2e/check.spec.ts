import { execa } from 'execa';
import { CHECK_LINES, type CheckedLine } from '../../model/check/check';
import { appEnvironment, expect, test } from './app';
import { seriousFindings } from './axe';
import { appCommand } from './headless';
import { roomReady, showTheme, THEMES } from './room';

/** Runs the app with these arguments to its end. */
async function commandLine(args: string[], env: Record<string, string> = {}) {
  const [file = '', ...words] = appCommand(args);
  return execa(file, words, { env: appEnvironment(env), extendEnv: false, reject: false });
}

test('the command line checks this computer, a line for each thing, within 10 s', async () => {
  const { stdout, exitCode, durationMs } = await commandLine(['--check', '--json']);
  const told = JSON.parse(stdout) as { lines: (CheckedLine & { sentence: string })[] };
  expect(told.lines.map(({ line }) => line)).toEqual([...CHECK_LINES]);
  const tookMs = told.lines.reduce((sum, line) => sum + line.tookMs, 0);
  expect(tookMs).toBeLessThan(Math.min(10_000, durationMs));
  const broken = told.lines.filter(({ state }) => state === 'broken');
  expect(broken).toEqual([]);
  expect(exitCode).toBe(0);
  const stateOf = (id: string) => told.lines.find(({ line }) => line === id)?.found;
  // Here there is an ffmpeg, and no camera.
  expect(stateOf('h264')).toBe('works');
  expect(stateOf('recording')).toBe('works');
  expect(stateOf('camera')).toBe('none');
  for (const { sentence } of told.lines) expect(sentence).not.toMatch(/check\.|\{\{/);
});

test('what does not work is said with the code 5, and what cannot be asked with 2', async () => {
  const without = await commandLine(['--check'], { BUFFERSCOPE_USER_DATA: '/dev/null/home' });
  expect(without.stdout).toMatch(
    /does not work +Disk +Nothing can be written in .dev.null.home \(ENOTDIR\)/,
  );
  expect(without.exitCode).toBe(5);
  const beside = await commandLine(['--check', '--speed', '2']);
  expect(beside.exitCode).toBe(2);
  expect(beside.stderr).toContain('leave out "--speed"');
  const alone = await commandLine(['--json', '--headless']);
  expect(alone.exitCode).toBe(2);
});

test('the page of Help looks at everything, copies it, and is left by Esc', async ({ start }) => {
  const { app, window } = await start();
  await roomReady(window);
  await window.keyboard.press('Control+2');
  await window.getByRole('button', { name: 'Help' }).click();
  await window.getByRole('button', { name: 'Check this computer' }).click();
  const again = window.getByRole('button', { name: 'Check again' });
  await expect(again).toBeEnabled({ timeout: 15_000 });
  await expect(window.getByRole('listitem')).toHaveCount(CHECK_LINES.length);
  await expect(window.locator('.check .caption')).toContainText('needs works.');
  for (const theme of THEMES) {
    await showTheme(window, theme);
    expect(await seriousFindings(window)).toEqual([]);
  }
  await window.keyboard.press('c');
  await expect(window.locator('.check .caption')).toHaveText(`Copied ${CHECK_LINES.length} lines.`);
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toMatch(/^right +H\.264 +Works: /m);
  await window.keyboard.press('Escape');
  await expect(window.getByRole('button', { name: 'Server', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
});
