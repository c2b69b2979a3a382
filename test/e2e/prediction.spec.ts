import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app';
import { readLog, runHeadless } from './headless';
import { flag, press, roomReady } from './room';

test('the report of a run holds what the model says of every lane, close to what was measured', async () => {
  const outcome = await runHeadless([
    ...['--sample-seconds', '10'],
    ...['--link', 'dropouts:1.6MB/s@3-6', '--prefetch', '4MB', '--max-ahead', '8MB'],
  ]);
  expect(outcome.code).toBe(0);
  for (const lane of readLog(outcome).lanes) {
    const { prediction } = lane;
    if (!prediction) throw new Error(`${lane.method} has no prediction`);
    expect(lane.stallCount).toBe(prediction.stallCount);
    // A busy machine is late by a good deal; a model of another run would be off by the whole outage.
    const isNear = (measured: number | null, said: number | null) =>
      expect(Math.abs((measured ?? 0) - (said ?? 0))).toBeLessThan(1500);
    isNear(lane.startupDelayMs, prediction.startupDelayMs);
    isNear(lane.stallTotalMs, prediction.stallTotalMs);
    isNear(lane.endedMs, prediction.endedMs);
  }
  const html = readFileSync(join(outcome.out, 'report.html'), 'utf8');
  expect(html).toContain('Model against measurement');
});

test('M shows what is predicted behind what is measured, with the cuts of the hand, and is remembered', async ({
  start,
}) => {
  const { window } = await start(['--sample-seconds', '10']);
  await roomReady(window);
  const control = window.getByRole('button', { name: /^Predicted/ });
  const lines = window.locator('.predicted path[stroke-dasharray]');
  await expect(control).toHaveAttribute('aria-pressed', 'false');
  await expect(lines).toHaveCount(0);
  await press(window, 'm');
  await expect(control).toHaveAttribute('aria-pressed', 'true');
  // Received and played of three lanes, and three occupancies.
  await expect(lines).toHaveCount(9);
  const shapes = () => lines.evaluateAll((paths) => paths.map((path) => path.getAttribute('d')));
  const before = await shapes();
  for (const shape of before) expect(shape?.split('L').length).toBeGreaterThan(2);
  await press(window, '1', 'Space');
  await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
  await window.keyboard.down('c');
  await expect(window.getByText('predicted, without this cut').first()).toBeVisible();
  await expect(flag(window, 'Streaming')).toHaveText(/^Stalled/);
  await window.keyboard.up('c');
  await expect(window.getByText('predicted, with your cut').first()).toBeVisible();
  expect(await shapes()).not.toEqual(before);
  await window.reload();
  await roomReady(window);
  await expect(control).toHaveAttribute('aria-pressed', 'true');
  await control.click();
  await expect(lines).toHaveCount(0);
});
