import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './app';
import { flashesASecond, type LuminanceFrame } from './flashes';
import { press, roomReady } from './room';

const SIZE = { width: 64, height: 40 };
/** WCAG 2.2, 2.3.1: no more than three, on an area as large as a quarter of 341 x 256 px of a window of 1280 x 800. */
const MAX_FLASHES = 3;
const CELLS_AT_ONCE = Math.ceil((341 * 256 * SIZE.width * SIZE.height) / 4 / (1280 * 800));

/** What the window looks like over some time, as often as it can be grabbed. */
const watched = (app: ElectronApplication, forMs: number): Promise<LuminanceFrame[]> =>
  app.evaluate(
    async ({ BrowserWindow }, { size, until }) => {
      const [window] = BrowserWindow.getAllWindows();
      const frames: LuminanceFrame[] = [];
      const linear = (byte: number): number => {
        const share = byte / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      };
      const begun = performance.now();
      while (window && performance.now() - begun < until) {
        const image = await window.webContents.capturePage();
        const tMs = performance.now() - begun;
        const bitmap = image.resize(size).toBitmap();
        const cells: number[] = [];
        for (let at = 0; at < bitmap.length; at += 4) {
          const [blue = 0, green = 0, red = 0] = bitmap.subarray(at, at + 3);
          cells.push(0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue));
        }
        frames.push({ tMs, cells });
      }
      return frames;
    },
    { size: SIZE, until: forMs },
  );

test('the rule sees flashes, and no slow change', () => {
  const blinking = (everyMs: number, dark: number, light: number): LuminanceFrame[] =>
    Array.from({ length: 60 }, (_, i) => ({
      tMs: i * 50,
      cells: Array.from({ length: 100 }, () =>
        Math.floor((i * 50) / everyMs) % 2 === 0 ? dark : light,
      ),
    }));
  expect(flashesASecond(blinking(100, 0.1, 0.9), 60)).toBeGreaterThan(MAX_FLASHES);
  expect(flashesASecond(blinking(500, 0.1, 0.9), 60)).toBeLessThanOrEqual(1);
  expect(flashesASecond(blinking(100, 0.5, 0.55), 60)).toBe(0);
  expect(flashesASecond(blinking(100, 0.85, 1), 60)).toBe(0);
});

test('nothing flashes more than three times a second while the link goes down and up again', async ({
  start,
}) => {
  const { app, window } = await start([
    ...['--sample-seconds', '10', '--link', 'dropouts:1.3MB/s@2-4,5-6,7-8'],
  ]);
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800),
  );
  await roomReady(window);
  await press(window, 'Space');
  const frames = await watched(app, 9000);
  await expect(window.locator('.lane').first()).toBeVisible();
  // Seen often enough to see what flashes.
  expect(frames.length).toBeGreaterThan(20);
  // Something moved, so it was the run that was watched.
  expect(new Set(frames.map(({ cells }) => cells.join())).size).toBeGreaterThan(3);
  expect(flashesASecond(frames, CELLS_AT_ONCE)).toBeLessThanOrEqual(MAX_FLASHES);
});
