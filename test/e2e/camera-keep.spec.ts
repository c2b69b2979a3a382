import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, freshFolder, startApp, test, type StartedApp } from './app';
import { chooseFile, complaints } from './files';
import { runHeadless } from './headless';
import { flag, press, roomReady } from './room';

const CAMERA = ['--media', 'camera:test', '--record', '2s', '--reserve', '1s'];

/** Answers the save dialog with this path, or as a person who dismisses it. */
async function answerSave(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () =>
      Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
  }, path);
}

const keep = (window: Page) => window.locator('.keep-button');
const notice = (window: Page, words: string | RegExp) =>
  window.locator('.notice', { hasText: words });

async function openText(started: StartedApp): Promise<void> {
  const path = join(freshFolder('text'), 'poem.txt');
  writeFileSync(path, 'A buffer is space.\n'.repeat(500));
  await chooseFile(started, path);
}

/** Waits until so much is on the disk: a part is written as it grows. */
const grown = (part: string, bytes: number) =>
  expect.poll(() => (existsSync(part) ? statSync(part).size : 0)).toBeGreaterThan(bytes);

/** Opens as it is, plays to its end, and ffmpeg finds nothing wrong with it. */
async function expectPlays(window: Page, path: string): Promise<void> {
  await roomReady(window);
  await expect(window.locator('.source-chip')).not.toContainText(/muxed|coded/);
  await press(window, '4', 'Space');
  await expect(flag(window, 'Streaming')).toHaveText(/^Ended/, { timeout: 30_000 });
  expect(await complaints(path)).toBe('');
}

test('a recording is kept from its beginning, ends with its run, and opens as any file', async ({
  start,
}) => {
  const { app, window } = await start(CAMERA);
  await roomReady(window);
  const path = join(freshFolder('kept'), 'camera.webm');
  await answerSave(app, null);
  await keep(window).click();
  await expect(keep(window)).toHaveText('Keep…');
  await answerSave(app, path);
  await keep(window).click();
  await expect(keep(window)).toHaveText('Will keep');
  await press(window, 'Space');
  await expect(keep(window)).toHaveText(/^Keeping \d/);
  await grown(`${path}.part`, 100_000);
  await keep(window).click();
  await expect(notice(window, 'The recording is kept in')).toContainText(path);
  expect(readdirSync(join(path, '..'))).toEqual(['camera.webm']);
  // The run goes on.
  await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
  await window.getByRole('button', { name: 'Open the recording' }).click();
  await expect(window.locator('.source-chip')).toContainText('camera.webm');
  await expect(keep(window)).toHaveCount(0);
  await expectPlays(window, path);
});

test('an MP4 that is begun in mid-run plays from its own beginning; quitting ends it whole', async ({
  start,
}) => {
  const { app, window } = await startApp([...CAMERA, '--codec', 'h264', '--picture', '320x240']);
  await roomReady(window);
  await press(window, 'Space');
  await expect(flag(window, 'Buffering')).toHaveText(/^Playing/);
  const path = join(freshFolder('kept'), 'middle.mp4');
  await answerSave(app, path);
  await keep(window).click();
  await grown(`${path}.part`, 100_000);
  await app.close();
  expect(readdirSync(join(path, '..'))).toEqual(['middle.mp4']);
  const next = await start([path]);
  await expectPlays(next.window, path);
});

test('what a crash leaves of a recording is offered at the next start, once, and is a file', async ({
  start,
}) => {
  const own = { BUFFERSCOPE_USER_DATA: freshFolder('user-data') };
  const { app, window } = await startApp(CAMERA, own);
  await roomReady(window);
  await press(window, 'Space');
  await expect(flag(window, 'Buffering')).toHaveText(/^Playing/);
  const path = join(freshFolder('kept'), 'crashed.webm');
  await answerSave(app, path);
  await keep(window).click();
  await grown(`${path}.part`, 150_000);
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  app.process().kill('SIGKILL');
  await ended;
  expect(readdirSync(join(path, '..'))).toEqual(['crashed.webm.part']);
  const next = await start(['--sample-seconds', '10'], own);
  await expect(notice(next.window, 'A recording was cut off')).toContainText(path);
  await next.window.getByRole('button', { name: 'Finish it as a file' }).click();
  await expect(notice(next.window, 'The recording is kept in')).toContainText(path);
  expect(readdirSync(join(path, '..'))).toEqual(['crashed.webm']);
  await next.window.getByRole('button', { name: 'Open the recording' }).click();
  await expect(next.window.locator('.source-chip')).toContainText('crashed.webm');
  await expectPlays(next.window, path);
});

test('a restart, another room and another source each end the file with its run', async ({
  start,
}) => {
  const started = await start(CAMERA);
  const { app, window } = started;
  await roomReady(window);
  const ways: [string, () => Promise<void>][] = [
    ['restart', () => press(window, 'r')],
    ['room', () => press(window, 'Control+2')],
    ['source', () => openText(started)],
  ];
  for (const [name, leave] of ways) {
    const path = join(freshFolder('kept'), `${name}.webm`);
    await answerSave(app, path);
    await keep(window).click();
    // A run that was restarted goes on.
    if (name !== 'room') await press(window, 'Space');
    await grown(`${path}.part`, 50_000);
    await leave();
    await expect.poll(() => existsSync(path)).toBe(true);
    expect(readdirSync(join(path, '..'))).toEqual([`${name}.webm`]);
    await press(window, 'Control+1');
    await expect(notice(window, 'The recording is kept in')).toContainText(path);
    if (name === 'room') await roomReady(window);
  }
});

test('a folder that goes in mid-recording is said in one sentence, and the run goes on', async ({
  start,
}) => {
  const { app, window } = await start(CAMERA, { HOME: freshFolder('home') });
  await roomReady(window);
  await answerSave(app, '/no/such/folder/camera.webm');
  await keep(window).click();
  await expect(notice(window, 'its folder is gone; choose another folder')).toBeVisible();
  const folder = join(freshFolder('kept'), 'gone');
  mkdirSync(folder);
  await answerSave(app, join(folder, 'camera.webm'));
  await keep(window).click();
  await press(window, 'Space');
  await grown(join(folder, 'camera.webm.part'), 50_000);
  rmSync(folder, { recursive: true });
  await expect(
    notice(window, /^The recording has ended: its folder is gone\. The .* are kept in/),
  ).toBeVisible();
  await expect(flag(window, 'Streaming')).toHaveText(/Playing|Stalled/);
  await window.getByRole('button', { name: 'Close' }).click();
  await expect(keep(window)).toHaveText('Keep…');
});

test('pictures that are kept with a run are shown again at any moment of it', async ({ start }) => {
  const runs = freshFolder('runs');
  const args = ['--media', 'camera:test', '--methods', 'streaming', '--link', 'unlimited'];
  const kept = ['--keep', 'Seen again', '--keep-pictures', '--runs', runs];
  const outcome = await runHeadless([...args, '--until', '4s', ...kept]);
  expect([outcome.code, outcome.stderr]).toEqual([0, '']);
  const pictures = readdirSync(runs).filter((name) => name.endsWith('.pictures'));
  expect(pictures).toHaveLength(1);
  const { window } = await start(['--sample-seconds', '10', '--runs', runs]);
  await roomReady(window);
  await press(window, 'Control+5');
  await window.getByText('Seen again').first().dblclick();
  const video = window.getByRole('article', { name: 'Streaming' }).locator('video');
  // What stands at the end of the run was captured less than a second before.
  await expect
    .poll(() => video.evaluate((it: HTMLVideoElement) => [it.videoWidth, it.seeking]))
    .toEqual([640, false]);
  await expect
    .poll(() => video.evaluate((it: HTMLVideoElement) => it.currentTime))
    .toBeGreaterThan(2.5);
  await press(window, 'Home');
  await expect
    .poll(() => video.evaluate((it: HTMLVideoElement) => it.currentTime))
    .toBeLessThan(0.2);
});
