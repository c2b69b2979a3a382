import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { readLog, runHeadless } from './headless';
import { flag, lane, LANES, press, roomReady } from './room';

const CAMERA = ['--media', 'camera:test', '--record', '1s', '--reserve', '1s'];

/** Whether the picture of a lane has anything but one colour in it, and its size. */
const pictureOf = (window: Page, name: (typeof LANES)[number]) =>
  lane(window, name)
    .locator('.picture canvas')
    .evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas;
      const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      const seen = new Set<number>();
      for (let at = 0; at < data.length; at += 4 * 97) seen.add(data[at] ?? 0);
      return { width, height, colours: seen.size };
    });

test('every frame is a chunk: they are logged, key frames too, and every millisecond is accounted for', async () => {
  const outcome = await runHeadless([...CAMERA, '--until', '8s', '--link', 'constant:1MB/s']);
  expect(outcome.stderr).toBe('');
  const { lanes, media } = readLog(outcome);
  const pictures = media.index.slice(1);
  const keys = pictures.filter(({ key }) => key);
  // Eight seconds, a key frame every two of them; a busy machine loses pictures and no key frame.
  expect(keys.length).toBeGreaterThanOrEqual(3);
  expect(pictures.length).toBeGreaterThan(40);
  const sizes = pictures.map(({ bytes }, i) => bytes - (media.index[i]?.bytes ?? 0));
  expect(Math.min(...sizes)).toBeGreaterThan(31);
  for (const { chunks, samples, method, sourceBytes } of lanes) {
    const arrived = chunks.reduce((sum, stretch) => sum + stretch.chunks, 0);
    const reached = pictures.filter(({ bytes }) => bytes <= (chunks.at(-1)?.toBytes ?? 0));
    expect(arrived, method).toBeGreaterThanOrEqual(reached.length);
    expect(sourceBytes === null, method).toBe(method !== 'full-buffer');
    for (const { liveShares } of samples) {
      if (!liveShares) continue;
      for (const share of Object.values(liveShares)) expect(share).toBeGreaterThanOrEqual(0);
    }
    // The time code in the picture and the sum of the shares are measured apart.
    const told = samples.filter(({ liveShares, liveDelayMs }) => liveShares && liveDelayMs);
    expect(told.length, method).toBeGreaterThan(5);
    const apart = told
      .map(({ liveShares, liveDelayMs }) =>
        Math.abs(
          Object.values(liveShares ?? {}).reduce((sum, ms) => sum + ms, 0) - (liveDelayMs ?? 0),
        ),
      )
      .sort((a, b) => a - b);
    expect(apart[Math.floor(apart.length / 2)], method).toBeLessThan(200);
  }
});

test('twenty starts and stops: pictures each time, and nothing is left on', async ({ start }) => {
  const { app, window } = await start(CAMERA);
  await roomReady(window);
  for (let i = 0; i < 20; i += 1) {
    await press(window, 'Space');
    await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
    await press(window, 'r');
    await roomReady(window);
  }
  await press(window, 'Space');
  for (const name of LANES) await expect(flag(window, name)).toHaveText(/^(Playing|Ended)/);
  await expect.poll(async () => (await pictureOf(window, 'Streaming')).colours).toBeGreaterThan(8);
  expect(await pictureOf(window, 'Buffering')).toMatchObject({ width: 640, height: 360 });
  await press(window, 'Space');
  // While it stands, what was shown can be shown again.
  await press(window, 'ArrowLeft');
  await expect.poll(async () => (await pictureOf(window, 'Streaming')).colours).toBeGreaterThan(8);
  await press(window, 'Escape', 'Control+3');
  await expect(window.locator('.camera-light')).toHaveCount(0);
  const readers = () =>
    app.evaluate(
      ({ app: electron }) =>
        electron.getAppMetrics().filter(({ name }) => name?.includes('reader')).length,
    );
  await expect.poll(readers).toBe(0);
});
