import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { STAMP_CELL, STAMP_CELLS } from '../../model/video/frame-stamp';
import { expect, freshFolder, startApp, test } from './app';
import { seriousFindings } from './axe';
import { runHeadless } from './headless';
import { press, roomReady, showTheme, THEMES } from './room';
import { enter, serverRuns } from './server-room';
import { described, stampsOf } from './video-file';

const FPS = 30;
const SCENARIO = resolve(import.meta.dirname, '../../assets/scenarios/one-worker.yaml');

/** Who is asked where to answers this. */
async function savesTo(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

/** The page counts its own pictures, each in a stamp in its upper left corner. */
async function stampPictures(window: Page): Promise<void> {
  await window.evaluate(
    ([cell = 0, cells = 0]) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [cell * cells, cell];
      Object.assign(canvas.style, { position: 'fixed', left: '0', top: '0', zIndex: '999' });
      document.body.append(canvas);
      const pen = canvas.getContext('2d');
      let picture = 0;
      const draw = (): void => {
        for (let i = 0; i < cells; i += 1) {
          const bit = i < 2 ? i : Math.floor(picture / 2 ** (i - 2)) % 2;
          if (!pen) return;
          pen.fillStyle = bit ? '#fff' : '#000';
          pen.fillRect(i * cell, 0, cell, cell);
        }
        picture += 1;
        requestAnimationFrame(draw);
      };
      draw();
    },
    [STAMP_CELL, STAMP_CELLS],
  );
}

const stopButton = (window: Page) => window.getByRole('button', { name: /^Stop recording/ });
const facts = (window: Page) => window.locator('.record-facts');

/** What is said of the video that was made. */
async function saidOf(window: Page): Promise<{ frames: number; dropped: number }> {
  const notice = window.getByRole('status').filter({ hasText: 'The video is' });
  await expect(notice).toBeVisible({ timeout: 60_000 });
  const said = ((await notice.locator('p').last().textContent()) ?? '').replaceAll(',', '');
  const all = /Each of its (\d+) frames/.exec(said);
  if (all) return { frames: Number(all[1]), dropped: 0 };
  const [, dropped, frames] = /(\d+) of its (\d+) frames/.exec(said) ?? [];
  return { frames: Number(frames), dropped: Number(dropped) };
}

test('the Server room is recorded at 30 frames a second, and what is dropped is counted', async ({
  start,
}) => {
  test.setTimeout(180_000);
  const started = await start(['--sample-seconds', '10']);
  const { app, window } = started;
  await serverRuns(started);
  const file = join(freshFolder('window-video'), 'room.mp4');
  await savesTo(app, file);
  await stampPictures(window);
  await press(window, 'v');
  await expect(facts(window)).toHaveText(/^[1-9]\d*\.\d s, .*frames dropped$/, { timeout: 30_000 });
  for (const theme of THEMES) {
    await showTheme(window, theme);
    expect(await seriousFindings(window, '.server-bar')).toEqual([]);
  }
  // Nothing can be taken of a process that does nothing else.
  await app.evaluate(() => {
    const untilMs = performance.now() + 1500;
    while (performance.now() < untilMs);
  });
  await press(window, 'v');
  const { frames, dropped } = await saidOf(window);
  expect(dropped).toBeGreaterThan(0.9 * 1.5 * FPS);
  const stamps = await stampsOf(file);
  expect(stamps).toHaveLength(frames);
  expect(stamps.every((stamp) => stamp !== null)).toBe(true);
  const steps = stamps.slice(1).map((stamp, i) => (stamp ?? NaN) - (stamps[i] ?? NaN));
  expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
  // A dropped frame shows the one before it; the page may have drawn nothing new for others.
  expect(steps.filter((step) => step === 0).length).toBeGreaterThanOrEqual(dropped);
  const longest = steps.join(' ').match(/(?:\b0\b ?)+/g) ?? [];
  expect(Math.max(...longest.map((run) => run.trim().split(' ').length))).toBeGreaterThan(FPS);
  const about = await described(file);
  expect(about).toContain(`${String(dropped)} of ${String(frames)} frames were dropped`);
  expect(about).toMatch(/1440x900.* 30 fps/);
  await expect(window.getByRole('button', { name: 'Show in folder' })).toBeVisible();
  await window.getByRole('button', { name: 'Close' }).click();

  // Of a scenario that stands ready, from its beginning to its end.
  const told = join(freshFolder('window-video'), 'told.mp4');
  await savesTo(app, told);
  await app.evaluate(({ dialog, BrowserWindow }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    BrowserWindow.getAllWindows()[0]?.webContents.send('menu:command', 'open-scenario');
  }, SCENARIO);
  const bar = window.getByRole('region', { name: 'Scenario' });
  await expect(bar.getByRole('button', { name: /^Record V/ })).toBeVisible();
  await press(window, 'v');
  await expect(bar).toContainText('The scenario is over.', { timeout: 60_000 });
  const whole = await saidOf(window);
  expect(await stampsOf(told)).toHaveLength(whole.frames);
  const chapters = await described(told);
  for (const chapter of ['One seat', 'The second waits']) expect(chapters).toContain(chapter);
  expect(chapters).toMatch(/Stream #0:\d.*\(eng\): Subtitle/);
  expect(existsSync(told.replace('.mp4', '.en.vtt'))).toBe(true);
  await window.getByRole('button', { name: 'Close' }).last().click();

  // Whoever quits is asked, and what is there is kept.
  const left = join(freshFolder('window-video'), 'left.mp4');
  await savesTo(app, left);
  await press(window, 'v');
  await expect(facts(window)).toHaveText(/frames dropped$/, { timeout: 30_000 });
  const closed = app.waitForEvent('close');
  await app.evaluate(({ dialog, BrowserWindow }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
    BrowserWindow.getAllWindows()[0]?.close();
  });
  await closed;
  expect((await stampsOf(left)).length).toBeGreaterThanOrEqual(FPS / 2);
});

test('what a crash leaves of a video of the window is offered at the next start, and plays', async () => {
  test.setTimeout(120_000);
  const user = freshFolder('user-data');
  const folder = freshFolder('window-video');
  const args = ['--sample-seconds', '10'];
  const first = await startApp(args, { BUFFERSCOPE_USER_DATA: user });
  await savesTo(first.app, join(folder, 'room.mp4'));
  await roomReady(first.window);
  await enter(first.window);
  await press(first.window, 'v');
  await expect(facts(first.window)).toHaveText(/^[2-9]/, { timeout: 30_000 });
  await expect(stopButton(first.window)).toBeVisible();
  const gone = first.app.waitForEvent('close');
  first.app.process().kill('SIGKILL');
  await gone;
  expect(readdirSync(folder)).toEqual(['room.part.mp4']);

  const second = await startApp(args, { BUFFERSCOPE_USER_DATA: user });
  try {
    await roomReady(second.window);
    await expect(second.window.getByText(/room\.mp4 was not finished/)).toBeVisible();
    await second.window.getByRole('button', { name: 'Keep what is there' }).click();
    const kept = join(folder, 'room.mp4');
    await expect(second.window.getByText(`is kept: ${kept}`)).toBeVisible({ timeout: 60_000 });
    expect(readdirSync(folder)).toEqual(['room.mp4']);
    const about = await described(kept);
    expect(about).toContain('Made live from the window');
    const [, seconds] = /Duration: 00:00:(\d+\.\d+)/.exec(about) ?? [];
    expect(Number(seconds)).toBeGreaterThan(1);
  } finally {
    await second.app.close();
  }
});

test('a scenario of the Server room is told without a person, and its video says what was dropped', async () => {
  test.setTimeout(180_000);
  const file = join(freshFolder('window-video'), 'told.mp4');
  const args = ['--scenario', SCENARIO, '--video', file];
  const outcome = await runHeadless(args);
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
  const [, dropped, frames] = /; (\d+) of (\d+) frames dropped/.exec(outcome.stdout) ?? [];
  expect(await stampsOf(file)).toHaveLength(Number(frames));
  // It tells of a wait of 6 s, behind one of a second.
  expect(Number(frames)).toBeGreaterThan(7 * FPS);
  const about = await described(file);
  expect(about).toContain(`${dropped ?? ''} of ${frames ?? ''} frames were dropped`);
  for (const chapter of ['One seat', 'The second waits']) expect(about).toContain(chapter);
  expect(readFileSync(file.replace('.mp4', '.ko.vtt'), 'utf8')).toContain('-->');

  const again = await runHeadless(args);
  expect(again.code).not.toBe(0);
  expect(again.stderr).toContain(`${file} is there already`);
});
