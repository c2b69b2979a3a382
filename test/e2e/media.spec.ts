import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { e2eRoot, expect, freshFolder, test } from './app';
import { allFiles, chooseFile, ffmpeg } from './files';
import { flag, LANES, press, roomReady } from './room';

test('a file that must be prepared: progress, cancel, and the room keeps what it had', async ({
  start,
}) => {
  const folder = freshFolder('long');
  const film = join(folder, 'long.avi');
  const picture = 'testsrc2=size=960x540:rate=25:duration=60';
  await ffmpeg('-f', 'lavfi', '-i', picture, '-c:v', 'mpeg4', '-q:v', '6', film);
  const started = await start(['--sample-seconds', '10']);
  const { window } = started;
  await roomReady(window);
  await chooseFile(started, film);
  await expect(window.getByText(/\d+ %/).first()).toBeVisible();
  await expect(window.getByRole('progressbar')).toBeVisible();
  await window.getByRole('button', { name: /^Cancel/ }).click();
  await expect(window.getByRole('progressbar')).toHaveCount(0);
  await roomReady(window);
  await expect(window.getByText('ocean.mp4').first()).toBeVisible();
  await expect
    .poll(() => allFiles(join(e2eRoot(), 'cache')).filter((path) => path.includes('.part')))
    .toEqual([]);
  expect(allFiles(folder)).toEqual([film]);
});

test('an AVI is prepared, says so, and plays to the end in all three methods', async ({
  start,
}) => {
  const film = join(freshFolder('short'), 'short.avi');
  const picture = 'testsrc2=size=320x180:rate=25:duration=3';
  const tone = 'sine=frequency=440:duration=3';
  await ffmpeg(...['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', tone], '-c:v', 'mpeg4', film);
  const started = await start([film]);
  await roomReady(started.window);
  await expect(started.window.getByText(/transcoded/i).first()).toBeAttached();
  await press(started.window, '4', 'Space');
  for (const name of LANES) await expect(flag(started.window, name)).toHaveText(/^Ended/);
});

test('a text file appears as it is consumed', async ({ start }) => {
  const path = join(freshFolder('text'), 'poem.txt');
  writeFileSync(path, 'A stream is a way of moving data.\n'.repeat(60_000));
  const started = await start([path]);
  await roomReady(started.window);
  await press(started.window, '4', 'Space');
  await expect(
    started.window.getByRole('article', { name: 'Streaming' }).locator('pre'),
  ).toContainText('A stream is a way of moving data.');
});

test('a refused file is a sentence, and the room keeps what it had', async ({ start }) => {
  const path = join(freshFolder('refused'), 'broken.mp4');
  writeFileSync(path, 'this is not a film');
  const started = await start(['--sample-seconds', '10']);
  const { window } = started;
  await roomReady(window);
  await chooseFile(started, path);
  await expect(window.getByRole('alert').filter({ hasText: 'broken.mp4' })).toBeVisible();
  await window.getByRole('button', { name: /as bytes/i }).click();
  await expect(window.getByRole('alert')).toHaveCount(0);
  await roomReady(window);
  // Fitted to the file its 18 bytes would last for half a minute.
  await window.getByRole('button', { name: 'Fitted to this file' }).click();
  await roomReady(window);
  await press(window, '4', 'Space');
  for (const name of LANES) await expect(flag(window, name)).toHaveText(/^Ended/);
  rmSync(path);
});
