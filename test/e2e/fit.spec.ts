import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, freshFolder, test } from './app';
import { ffmpeg } from './files';
import { readLog, runHeadless } from './headless';
import { flag, LANES, press, roomReady } from './room';

const H264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];

/** A clip as a phone or a site gives it: not in pieces, its index behind the media. */
async function clip(seconds: number): Promise<string> {
  const path = join(freshFolder('clip'), `clip-${seconds}.mp4`);
  await ffmpeg(
    ...['-f', 'lavfi', '-i', `testsrc2=size=320x180:rate=25:duration=${seconds}`],
    ...['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`],
    ...[...H264, '-b:v', '400k', '-c:a', 'aac', '-b:a', '64k', path],
  );
  return path;
}

/** Two hours of a small picture that changes once a second, without sound: made in some seconds. */
async function film(): Promise<string> {
  const path = join(freshFolder('film'), 'film.mp4');
  const picture = 'testsrc2=size=160x90:rate=1:duration=7200';
  await ffmpeg('-f', 'lavfi', '-i', picture, ...H264, '-g', '10', path);
  return path;
}

const figure = (window: Page, lane: string, part: string) =>
  window.getByRole('article', { name: lane }).locator(`.figs [data-part='${part}']`);

async function startOf(window: Page, lane: string): Promise<number> {
  return parseFloat((await figure(window, lane, 'startup').textContent()) ?? '');
}

for (const seconds of [3, 11]) {
  test(`a clip of ${seconds} s tells the story of the sample`, async ({ start }) => {
    const { window } = await start([await clip(seconds)]);
    await roomReady(window);
    await expect(window.getByRole('button', { name: 'Fitted to this file' })).toBeVisible();
    await expect(window.locator('.legend')).toContainText(/1 tile = \d+(\.\d+)? kB/);
    await press(window, 'Space');
    for (const name of LANES)
      await expect(flag(window, name)).toHaveText(/^Ended/, { timeout: 60_000 });
    const [full, buffering, streaming] = await Promise.all(
      LANES.map((name) => startOf(window, name)),
    );
    expect(streaming).toBeLessThan(buffering ?? NaN);
    expect(buffering).toBeLessThan(full ?? NaN);
    await expect(figure(window, 'Streaming', 'stalls')).toHaveText(/^[1-9]/);
    await expect(figure(window, 'Buffering', 'stalls')).toHaveText('0');
    await expect(figure(window, 'Full buffer', 'stalls')).toHaveText('0');
  });
}

test('a decoder that wants more ahead than the rules know is given it', async ({ start }) => {
  const path = join(freshFolder('slides'), 'slides.mp4');
  // A picture a second: Chromium wants several before it shows one, and streaming is to hold less than one.
  const sound = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=8', '-c:a', 'aac'];
  await ffmpeg(
    '-f',
    'lavfi',
    '-i',
    'testsrc2=size=320x180:rate=1:duration=8',
    ...sound,
    ...H264,
    path,
  );
  const { window } = await start([path]);
  await roomReady(window);
  await press(window, 'Space');
  for (const name of LANES)
    await expect(flag(window, name)).toHaveText(/^Ended/, { timeout: 60_000 });
});

test('one press gives the sizes of the sample, the next those of the file; what was set stays', async ({
  start,
}) => {
  const { window } = await start([await clip(3)]);
  await roomReady(window);
  await press(window, 's');
  const chunk = window.getByRole('textbox', { name: 'Chunk', exact: true });
  const prefetch = window.getByRole('textbox', { name: 'Prefetch' });
  const fitted = await chunk.inputValue();
  expect(fitted).toMatch(/^\d+(\.\d)? k?B$/);
  await window.getByRole('button', { name: 'Fitted to this file' }).click();
  await expect(chunk).toHaveValue('1 MB');
  await expect(prefetch).toHaveValue('10 MB');
  await window.getByRole('button', { name: 'Fit to this file' }).click();
  await expect(chunk).toHaveValue(fitted);
  await prefetch.fill('12 kB');
  await prefetch.press('Enter');
  await expect(prefetch).toHaveValue('12 kB');
  await expect(chunk).toHaveValue(fitted);
});

test('a film of two hours tells it too, in its first minute', async () => {
  test.slow();
  const outcome = await runHeadless([
    ...['--media', await film(), '--fit', '--speed', '4', '--until', '60s'],
  ]);
  expect(outcome.stderr).toBe('');
  const log = readLog(outcome);
  expect(log.media.durationS).toBeGreaterThan(7190);
  const [full, buffering, streaming] = log.lanes;
  expect(streaming?.startupDelayMs).toBeLessThan(buffering?.startupDelayMs ?? 0);
  // Of two hours full buffer has not received all within a minute.
  expect([full?.startupDelayMs, buffering?.state]).toEqual([null, 'playing']);
  expect(streaming?.stallCount).toBeGreaterThanOrEqual(1);
  expect([full?.stallCount, buffering?.stallCount]).toEqual([0, 0]);
  expect(log.settings.prefetchBytes).toBe(10 * log.settings.chunkBytes);
});
