import { existsSync, readdirSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { ElectronApplication, Page } from '@playwright/test';
import { ALL_FORMATS, FilePathSource, Input } from 'mediabunny';
import { largeSize } from '../../model/figures';
import { linesOfRun } from '../../model/runs/run-lines';
import { madeLog, madeRun } from '../model/runs/made-runs';
import { expect, freshFolder, test } from './app';
import { seriousFindings } from './axe';
import { enterRuns, press, roomReady, showTheme, THEMES } from './room';

/** Where this app puts its videos; it may be left while it makes one. */
async function videosIn(app: ElectronApplication, folder = freshFolder('videos')): Promise<string> {
  await app.evaluate(({ app: main, dialog }, path) => {
    main.setPath('videos', path);
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
  }, folder);
  return folder;
}

/** Videos that are whole; what is being written has another name. */
const madeIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.mp4') && !name.includes('.part.'));

/** The frame that is drawn now, of the one that is made. */
const frameOf = async (window: Page): Promise<number> =>
  Number((await window.locator('.video-big dd').textContent())?.replace(',', '').split(' ')[0]);

const drawn = (window: Page, frames: number) =>
  expect.poll(() => frameOf(window), { timeout: 60_000 }).toBeGreaterThan(frames);

const DONE_MS = 120_000;

/** How long a video is that is there, s, by its own index. */
async function secondsOf(...path: string[]): Promise<number> {
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(join(...path)) });
  try {
    return await input.computeDuration();
  } finally {
    input.dispose();
  }
}

test('a run of Compare becomes a video by keyboard alone, and is played and shown', async ({
  start,
}) => {
  const args = ['--sample-seconds', '10', '--until', '2s', '--link', 'constant:4MB/s'];
  const { app, window } = await start(args);
  const folder = await videosIn(app);
  await app.evaluate(({ shell }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    shell.openPath = (path) => Promise.resolve(asked.push(`play ${path}`)).then(() => '');
    shell.showItemInFolder = (path) => void asked.push(`show ${path}`);
  });
  await roomReady(window);
  await press(window, 'Space');
  await expect(window.locator('.topbar').getByRole('button', { name: /^Video/ })).toBeVisible();

  await press(window, 'x');
  const sheet = window.getByRole('dialog', { name: 'Video of “ocean run”' });
  // The last moment of a run of 2 s may be some milliseconds late, and then is one frame more.
  await expect(sheet).toContainText(/ 6[01] frames/);
  const [, frames = ''] = / (6[01]) frames/.exec((await sheet.textContent()) ?? '') ?? [];
  await expect(sheet).toContainText('ocean run.mp4');
  expect(await seriousFindings(window, '[role="dialog"]')).toEqual([]);
  await sheet.getByText('1280 × 720').click();
  await sheet.getByRole('button', { name: /^Make the video/ }).focus();
  await press(window, 'Enter');
  await expect(window.getByRole('heading', { name: 'Export a video' })).toBeVisible();
  for (const theme of THEMES) {
    await showTheme(window, theme);
    expect(await seriousFindings(window)).toEqual([]);
  }
  const caption = window.locator('.caption');
  await expect(caption).toHaveText(`The video is ready. All ${frames} frames are in it.`, {
    timeout: DONE_MS,
  });
  expect(await seriousFindings(window)).toEqual([]);
  await expect(window.getByRole('img', { name: 'The poster of the video' })).toBeVisible();

  const file = join(folder, 'ocean run.mp4');
  expect(madeIn(folder)).toEqual(['ocean run.mp4']);
  expect(await secondsOf(file)).toBeCloseTo(2, 1);
  await expect(window.locator('.video-facts')).toContainText(largeSize(statSync(file).size));

  await press(window, ' ', 'f');
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked))
    .toEqual([`play ${file}`, `show ${file}`]);
  // A second one of the same run never takes the name of the first.
  await press(window, 'e');
  await expect(window.getByRole('dialog')).toContainText('ocean run (2).mp4');
  await press(window, 'Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await press(window, 'Enter');
  await expect(window.getByRole('heading', { name: 'Compare' })).toBeVisible();
  await expect(window.getByRole('button', { name: 'Video', exact: true })).toHaveCount(0);
});

/** A folder with one kept run, long enough for its video to be watched. */
async function oneRun(): Promise<string> {
  const folder = freshFolder('runs');
  const lines = linesOfRun(madeRun(madeLog(), { name: 'The tunnel' }));
  await writeFile(join(folder, 'made.bufferrun'), gzipSync(lines));
  return folder;
}

/** Puts a video of the one kept run in the queue, from the list. */
async function exportKept(window: Page): Promise<void> {
  await enterRuns(window);
  await expect(window.locator('.run-row')).toHaveCount(1);
  await press(window, 'Home', 'e');
  const sheet = window.getByRole('dialog', { name: 'Export “The tunnel”' });
  await sheet.getByRole('radio', { name: /^Video/ }).check();
  await press(window, 'Enter');
  const video = window.getByRole('dialog', { name: 'Video of “The tunnel”' });
  await expect(video).toContainText('of video');
  await video.getByRole('button', { name: /^(Make|Put)/ }).click();
  await expect(window.getByRole('heading', { name: 'Export a video' })).toBeVisible();
}

test('of two videos one is taken out; stopping asks, and keeps or deletes; so does leaving', async ({
  start,
}) => {
  const { app, window } = await start(['--sample-seconds', '10', '--runs', await oneRun()]);
  const folder = await videosIn(app);
  await exportKept(window);
  await exportKept(window);
  const queue = window.getByRole('region', { name: 'Queue' });
  await expect(queue).toContainText('1 waits');
  await expect(queue.getByRole('listitem')).toHaveCount(2);
  await queue.getByRole('button', { name: 'Take The tunnel (2).mp4 out of the queue' }).click();
  await expect(queue.getByRole('listitem')).toHaveCount(1);

  // Another room is used meanwhile, and the rail tells how far it is.
  await press(window, 'Control+1');
  await expect(window.getByRole('button', { name: /^Video.* \d+ %/ })).toBeVisible();
  await press(window, 'Control+6');
  await drawn(window, 5);
  await press(window, 'Escape');
  const question = window.getByRole('dialog', { name: 'Stop making “The tunnel.mp4”?' });
  await expect(question).toContainText('are drawn');
  await press(window, 'Enter');
  // The sheet has the keys until it is gone.
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await press(window, 'Escape');
  await question.getByRole('button', { name: 'Stop, delete it' }).click();
  await expect(window.getByRole('heading', { name: 'No video is being made.' })).toBeVisible();
  expect(readdirSync(folder)).toEqual([]);

  await press(window, 'Control+1');
  await exportKept(window);
  await drawn(window, 30);
  await press(window, 'Escape');
  await question.getByRole('button', { name: 'Stop, keep what is there' }).click();
  await expect(window.locator('.caption')).toContainText('shorter than it was to be', {
    timeout: DONE_MS,
  });
  const keptS = await secondsOf(folder, 'The tunnel.mp4');
  expect(keptS).toBeGreaterThan(0.9);
  expect(keptS).toBeLessThan(20);

  await exportKept(window);
  await drawn(window, 5);
  const leave = (response: number) =>
    app.evaluate(({ app: main, dialog }, answer) => {
      dialog.showMessageBox = () => Promise.resolve({ response: answer, checkboxChecked: false });
      main.quit();
    }, response);
  await leave(0);
  await drawn(window, (await frameOf(window)) + 2);
  const closed = new Promise((resolve) => app.process().once('exit', resolve));
  await leave(1);
  await closed;
  expect(existsSync(join(folder, 'The tunnel (2).mp4'))).toBe(true);
});

test('a video that a kill has broken off is offered at the next start, and kept', async ({
  start,
}) => {
  const [runs, data, folder] = [await oneRun(), freshFolder('user-data'), freshFolder('videos')];
  const args = ['--sample-seconds', '10', '--runs', runs];
  const first = await start(args, { BUFFERSCOPE_USER_DATA: data });
  await videosIn(first.app, folder);
  await exportKept(first.window);
  await drawn(first.window, 60);
  const closed = new Promise((resolve) => first.app.process().once('exit', resolve));
  first.app.process().kill('SIGKILL');
  await closed;

  const { window } = await start(args, { BUFFERSCOPE_USER_DATA: data });
  const offer = window.getByRole('alert');
  await expect(offer).toContainText('The tunnel.mp4 was not finished');
  expect(await seriousFindings(window, '[role="alert"]')).toEqual([]);
  await offer.getByRole('button', { name: 'Keep what is there' }).click();
  await expect(window.locator('.caption')).toContainText('broken off', { timeout: DONE_MS });
  expect(madeIn(folder)).toEqual(['The tunnel.mp4']);
  expect(await secondsOf(folder, 'The tunnel.mp4')).toBeGreaterThan(0.5);
  await expect(offer).toHaveCount(0);
});
