import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, freshFolder, test } from './app';
import { seriousFindings } from './axe';
import { flag, frameDrawn, lane, press, roomReady, showTheme, THEMES } from './room';

const SAMPLE = ['--sample-seconds', '10'];

/** Resolves once everything shown is of what is set. */
async function complete(window: Page): Promise<void> {
  await expect(window.locator('main.what-if')).toHaveAttribute('data-picture', 'complete');
}

async function enter(window: Page): Promise<void> {
  await roomReady(window);
  await press(window, 'Control+3');
  await complete(window);
}

const chart = (window: Page): Locator =>
  window.getByRole('region', { name: 'Startup delay against stall time' });
const handle = (window: Page, name = 'Prefetch'): Locator =>
  chart(window).getByRole('slider', { name });
const figure = (window: Page, part: 'delay' | 'stall' | 'smooth'): Locator =>
  window.locator(`.reading [data-part="${part}"]`);
const choose = (window: Page, name: string): Promise<void> =>
  window.getByText(name, { exact: true }).first().click();

/** Chooses how many runs are modelled at each value; the focus is then back on the menu's button. */
async function chooseRuns(window: Page, count: number): Promise<void> {
  const button = window.getByRole('button', { name: /modelled runs? at each/ });
  await button.click();
  await window.getByRole('menuitem', { name: new RegExp(`^${count} run`) }).click();
  await expect(button).toBeFocused();
}

test('the sweep completes; handle, slider and page keys move the chosen value', async ({
  start,
}) => {
  const { window } = await start(SAMPLE);
  await enter(window);
  await expect(window.getByText('Model, not a measurement.')).toBeVisible();
  await expect(figure(window, 'delay')).toHaveText(/^\d+\.\d s$/);
  await expect(figure(window, 'smooth')).toHaveText(/^\d+ of 12$/);
  await expect(handle(window)).toHaveAttribute('aria-valuetext', /^1\.1 MB: startup delay/);
  await press(window, 'ArrowRight', 'ArrowRight');
  await expect(handle(window)).toHaveAttribute('aria-valuetext', /^1\.3 MB: /);
  await handle(window).focus();
  await press(window, 'Home');
  await expect(handle(window)).toHaveAttribute('aria-valuetext', /^100 kB: /);
  const early = parseFloat(await figure(window, 'delay').innerText());
  const slider = window.getByRole('complementary').getByRole('slider', { name: 'Prefetch' });
  await slider.focus();
  await press(window, 'End');
  await expect(handle(window)).toHaveAttribute('aria-valuetext', /^2 MB: /);
  expect(parseFloat(await figure(window, 'delay').innerText())).toBeGreaterThan(early);
  await complete(window);
});

test('the chosen value is dragged on the chart', async ({ start }) => {
  const { window } = await start(SAMPLE);
  await enter(window);
  const box = await chart(window).locator('.drag-surface').boundingBox();
  const from = await handle(window).boundingBox();
  if (!box || !from) throw new Error('the chart has no size');
  await window.mouse.move(from.x + from.width / 2, box.y + box.height / 2);
  await window.mouse.down();
  await window.mouse.move(box.x + 60, box.y + box.height / 2, { steps: 5 });
  await window.mouse.up();
  await expect(handle(window)).toHaveAttribute('aria-valuetext', /^100 kB: /);
  await complete(window);
});

test('every axis is swept; settings that cannot combine are a gap with its reason', async ({
  start,
}) => {
  const { window } = await start(SAMPLE);
  await enter(window);
  for (const [choice, name] of [
    ['Chunk', 'Chunk'],
    ['Rate', 'Link rate'],
    ['Outage', 'Outage length'],
    ['Held ahead', 'Most held ahead'],
  ] as const) {
    await choose(window, choice);
    await expect(handle(window, name)).toBeVisible();
    await complete(window);
    await expect(window.getByRole('status').first()).toHaveText(/^\S.*\.$/);
  }
  await press(window, 'Home');
  await expect(chart(window).locator('[data-part="no-run"]')).toHaveCount(1);
  await expect(window.locator('.reading')).toContainText('it could never start');
  await choose(window, 'Steady');
  await complete(window);
  await expect(window.getByText('no chance in this link')).toBeVisible();
});

test('a large sweep says how far it is and is cancelled with Escape', async ({ start }) => {
  const path = join(freshFolder('large'), 'large.bin');
  writeFileSync(path, '');
  truncateSync(path, 1_500_000_000);
  const { window } = await start([path]);
  await enter(window);
  await chooseRuns(window, 100);
  const chunk = window.getByRole('complementary').getByRole('slider', { name: /^Chunk/ });
  await chunk.focus();
  await press(window, 'Home');
  await expect(window.getByRole('progressbar')).toBeVisible();
  await press(window, 'Escape');
  await expect(window.getByText(/^Cancelled after \d+ of \d+ values/)).toBeVisible();
  // The next sweep is one that any machine carries out in a moment.
  await press(window, 'End');
  await chooseRuns(window, 1);
  await complete(window);
  await expect(window.getByText(/^Cancelled/)).toHaveCount(0);
});

test('the start of playback is dragged until the curves no longer cross', async ({ start }) => {
  const { window } = await start(SAMPLE);
  await enter(window);
  await press(window, 'Home');
  await choose(window, 'Arrival and playback');
  await complete(window);
  const begin = window.getByRole('slider', { name: 'Start of playback' });
  await expect(begin).toHaveAttribute('aria-valuetext', /needed before it is here for/);
  await expect(window.locator('[data-part="gap"]').first()).toBeAttached();
  const surface = window.getByRole('region', { name: 'Arrival and playback' });
  const box = await surface.locator('.drag-surface').boundingBox();
  if (!box) throw new Error('the curves have no size');
  const y = box.y + box.height / 2;
  await window.mouse.move(box.x + 60, y);
  await window.mouse.down();
  await window.mouse.move(box.x + box.width * 0.6, y, { steps: 8 });
  await window.mouse.up();
  await expect(begin).toHaveAttribute('aria-valuetext', /the curves no longer cross/);
  await expect(window.locator('[data-part="gap"]')).toHaveCount(0);
  // What was dragged keeps the focus: its keys go on from there.
  await frameDrawn(window);
  await press(window, 'Home');
  await expect(begin).toHaveAttribute('aria-valuetext', /^start at 0 s, .*needed before/);
  // The end of its keys is the least start itself: there the curves just touch.
  await press(window, 'End');
  await expect(begin).toHaveAttribute('aria-valuetext', /the curves no longer cross/);
  await expect(window.locator('[data-part="touch"]')).toBeAttached();
  await press(window, 'PageDown');
  await expect(begin).toHaveAttribute('aria-valuetext', /needed before it is here for/);
  await window.getByRole('button', { name: 'Back to the run' }).click();
  await expect(window.getByRole('button', { name: 'Back to the run' })).toHaveCount(0);
});

test('a click takes the focus off its own control, and off no other', async ({ start }) => {
  const { window } = await start(SAMPLE);
  await enter(window);
  const clicked = window.getByRole('radio', { name: 'Three methods' });
  await choose(window, 'Three methods');
  await expect(clicked).toBeChecked();
  await frameDrawn(window);
  await expect(clicked).not.toBeFocused();
  const other = window.getByRole('button', { name: /Export/ });
  // The focus moves on between the click and the frame after it.
  await other.evaluate((button) =>
    addEventListener('click', () => (button as HTMLElement).focus(), { once: true }),
  );
  await window.getByText('Model, not a measurement.').click();
  await frameDrawn(window);
  await expect(other).toBeFocused();
});

test('three methods on one plane; paper from the rules, and from a run once there was one', async ({
  start,
}) => {
  const { window } = await start(SAMPLE);
  await enter(window);
  await choose(window, 'Three methods');
  await complete(window);
  for (const method of ['full-buffer', 'buffering', 'streaming']) {
    await expect(window.locator(`[data-part="method-${method}"]`)).toBeAttached();
  }
  await choose(window, 'On paper');
  const row = window.getByRole('row', { name: 'Full buffer' });
  await expect(row).toContainText('10 TB');
  await expect(window.getByText('Nothing has been measured yet.')).toBeVisible();
  await window.getByRole('button', { name: 'Run Compare once' }).click();
  await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
  await expect(lane(window, 'Full buffer').getByText(/10 MB\s*of 10 read/)).toBeVisible();
  await press(window, 'Control+3');
  await complete(window);
  await expect(window.getByText(/measured in the last run of ocean\.mp4/)).toBeVisible();
  await expect(row).toContainText(/process \+\d/);
});

test('E exports the sweep as data', async ({ start }) => {
  const { app, window } = await start(SAMPLE);
  await enter(window);
  const path = join(freshFolder('exported'), 'sweep.csv');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await press(window, 'e');
  await expect(window.getByText(`Saved to ${path}`)).toBeVisible();
  expect(existsSync(path)).toBe(true);
  const lines = readFileSync(path, 'utf8').trim().split('\r\n');
  expect(lines).toHaveLength(21);
  expect(lines[0]).toMatch(/^prefetch \(MB\),startup delay mean \(s\)/);
  expect(lines[1]).toContain('dropouts:1.3MB/s@1.1-1.4');
});

test('Enter runs the chosen settings in Compare; a run that stands there is not lost unasked', async ({
  start,
}) => {
  const { window } = await start(SAMPLE);
  await enter(window);
  await press(window, 'Home', 'ArrowRight');
  await complete(window);
  await press(window, 'Enter');
  await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
  await expect(lane(window, 'Buffering')).toContainText('Hold 200 kB before playing');
  await press(window, 'Control+3');
  await complete(window);
  await expect(handle(window)).toHaveAttribute('aria-valuetext', /^200 kB: /);
  await press(window, 'Enter');
  const dialog = window.getByRole('dialog', { name: 'End the run in Compare?' });
  await expect(dialog).toContainText('ocean.mp4');
  await dialog.getByRole('button', { name: 'Keep the run' }).last().click();
  await expect(dialog).toHaveCount(0);
  await press(window, 'ArrowRight', 'Enter');
  await dialog.getByRole('button', { name: 'End it and try these' }).click();
  await expect(lane(window, 'Buffering')).toContainText('Hold 300 kB before playing');
  await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
});

test('in both themes and every view axe finds nothing serious', async ({ start }) => {
  const { window } = await start(SAMPLE);
  await enter(window);
  for (const theme of THEMES) {
    await showTheme(window, theme);
    for (const view of [
      'What the viewer lives through',
      'Arrival and playback',
      'Three methods',
      'On paper',
    ]) {
      await choose(window, view);
      await complete(window);
      expect(await seriousFindings(window)).toEqual([]);
    }
  }
});
