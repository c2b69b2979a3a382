import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runLogSchema } from '../../model/run/schema';
import { expect, freshFolder, test } from './app';
import { flag, lane, LANES, press, roomReady } from './room';

const SAMPLE = ['--sample-seconds', '10'];

test('a run to the end by keyboard alone, then once more', async ({ start }) => {
  const { window } = await start(SAMPLE);
  await roomReady(window);
  const startup = lane(window, 'Streaming').locator('[data-part="startup"]');
  await expect(startup).toHaveText('not yet');
  await press(window, '4', 'Space');
  for (const name of LANES) await expect(flag(window, name)).toHaveText(/^Playing/);
  for (const name of LANES) {
    await expect(flag(window, name)).toHaveText(/^Ended/, { timeout: 30_000 });
  }
  await expect(startup).toHaveText(/^\d+\.\d s$/);
  await press(window, 'r');
  await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
});

test('the hand cuts the link: streaming stalls, and plays on when it is joined', async ({
  start,
}) => {
  const { window } = await start(SAMPLE);
  await roomReady(window);
  await press(window, '1', 'Space');
  await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
  await window.keyboard.down('c');
  await expect(window.getByText(/Link cut by hand \d/)).toBeVisible();
  await expect(flag(window, 'Streaming')).toHaveText(/^Stalled/);
  await window.keyboard.up('c');
  await expect(window.getByText(/Link cut by hand \d/)).toHaveCount(0);
  await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
});

test('the link is joined when the window loses the focus, and Shift+C latches', async ({
  start,
}) => {
  const { window } = await start(SAMPLE);
  await roomReady(window);
  await press(window, '1', 'Space');
  await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
  await window.keyboard.down('c');
  const cut = window.getByRole('button', { name: /cut/i });
  await expect(cut).toHaveAttribute('aria-pressed', 'true');
  await window.evaluate(() => globalThis.dispatchEvent(new Event('blur')));
  await expect(cut).toHaveAttribute('aria-pressed', 'false');
  await window.keyboard.up('c');
  await press(window, 'Shift+C');
  await expect(cut).toHaveAttribute('aria-pressed', 'true');
  await press(window, 'Shift+C');
  await expect(cut).toHaveAttribute('aria-pressed', 'false');
});

test('pause stands still, arrows step through the record, and it goes on from the pause', async ({
  start,
}) => {
  const { window } = await start(SAMPLE);
  await roomReady(window);
  await press(window, '4', 'Space');
  const video = lane(window, 'Streaming').locator('video');
  const position = () => video.evaluate((element: HTMLVideoElement) => element.currentTime);
  await expect.poll(position).toBeGreaterThan(3);
  await press(window, 'Space');
  await expect(flag(window, 'Streaming')).toHaveText('Paused');
  const paused = await position();
  await press(window, 'ArrowLeft', 'ArrowLeft');
  await expect.poll(position).toBeLessThan(paused - 1.5);
  await press(window, 'ArrowRight', 'ArrowRight');
  await expect.poll(position).toBeGreaterThan(paused - 0.5);
  expect(await position()).toBeLessThan(paused + 0.3);
  await press(window, 'Space');
  await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
  await expect.poll(position).toBeGreaterThan(paused + 0.5);
});

test('only the chosen lane is heard', async ({ start }) => {
  const { window } = await start(SAMPLE);
  await roomReady(window);
  const heard = () =>
    window
      .locator('article video')
      .evaluateAll((videos) => (videos as HTMLVideoElement[]).map(({ muted }) => muted));
  await lane(window, 'Streaming').hover();
  await lane(window, 'Streaming').getByRole('button', { name: 'Hear Streaming' }).click();
  await expect.poll(heard).toEqual([true, true, false]);
});

test('a reload in mid-run ends its readers and comes back ready', async ({ start }) => {
  const { app, window } = await start(SAMPLE);
  await roomReady(window);
  await press(window, '1', 'Space');
  await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
  const readers = () =>
    app.evaluate(({ app: electron }) =>
      electron
        .getAppMetrics()
        .filter(({ type, name }) => type === 'Utility' && /lane|reader/i.test(name ?? ''))
        .map(({ pid }) => pid),
    );
  const before = await readers();
  expect(before).toHaveLength(3);
  await window.reload();
  await roomReady(window);
  await expect
    .poll(async () => (await readers()).filter((pid) => before.includes(pid)))
    .toEqual([]);
  expect(await readers()).toHaveLength(3);
});

test('the report of a run is saved where the person says', async ({ start }) => {
  const { app, window } = await start(SAMPLE);
  await roomReady(window);
  await press(window, '4', 'Space');
  await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
  const path = join(freshFolder('saved'), 'run.html');
  await app.evaluate(({ dialog, Menu }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []);
    items?.find(({ label }) => label.startsWith('Save the report'))?.click();
  }, path);
  await expect.poll(() => existsSync(path)).toBe(true);
  expect(readFileSync(path, 'utf8')).toContain('<svg');
});

test('a run pauses by itself at the next stall, and goes on from there', async ({ start }) => {
  const { app, window } = await start(['--sample-seconds', '10']);
  await roomReady(window);
  await press(window, 'b');
  const armed = window.getByRole('button', { name: 'Pauses at the next stall' });
  await expect(armed).toBeVisible();
  await press(window, '1', 'Space');
  await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
  // Without the link streaming has 2 s at the most.
  await press(window, 'Shift+C');
  await expect(window.getByRole('button', { name: /^Continue/ })).toBeVisible({ timeout: 15_000 });

  const path = join(freshFolder('saved'), 'run.json');
  await app.evaluate(({ dialog, Menu }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    const file = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'File');
    file?.submenu?.items.find(({ label }) => label.startsWith('Save the report'))?.click();
  }, path);
  await expect.poll(() => existsSync(path), { timeout: 30_000 }).toBe(true);
  const log = runLogSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const stalls = log.lanes.flatMap((each) => each.stalls.map(({ atMs }) => atMs));
  const pauses = log.lanes.flatMap(({ events }) => events.filter(({ kind }) => kind === 'pause'));
  expect(stalls).toHaveLength(1);
  const lateMs = (pauses[0]?.tMs ?? Infinity) - (stalls[0] ?? 0);
  expect(lateMs).toBeGreaterThanOrEqual(0);
  expect(lateMs).toBeLessThan(300);

  // Taken away, it lets the run go on to its end.
  await press(window, 'b', 'b', 'b', 'b', 'Shift+C', 'Space');
  await expect(window.getByRole('button', { name: 'Pause at…' })).toBeVisible();
  await expect(flag(window, 'Streaming')).toHaveText(/^Ended/, { timeout: 40_000 });
});
