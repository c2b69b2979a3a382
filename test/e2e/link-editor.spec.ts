import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seriousFindings } from './axe';
import type { Locator, Page } from '@playwright/test';
import { expect, freshFolder, test, type StartedApp } from './app';
import { flag, press, roomReady, showTheme, THEMES } from './room';

const SAMPLE = ['--sample-seconds', '10'];

const sheet = (window: Page): Locator => window.getByRole('dialog', { name: 'Link editor' });
const step = (window: Page, number: number): Locator =>
  window.getByRole('slider', { name: new RegExp(`^Step ${String(number)} of`) });
const outage = (window: Page, number: number): Locator =>
  window.getByRole('slider', { name: new RegExp(`^Outage ${String(number)} of`) });
const button = (window: Page, name: string | RegExp): Locator =>
  window.getByRole('button', { name });

/** The room with the link editor open over it, by its key. */
async function opened({ window }: StartedApp): Promise<Page> {
  await roomReady(window);
  await press(window, 'l');
  await expect(sheet(window)).toBeVisible();
  await expect(step(window, 1)).toBeFocused();
  return window;
}

/** Only the system's own dialog for opening a file is answered by the test. */
async function answerOpen({ app }: StartedApp, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
}

/** Presses at a part of the drawing and moves by so many px. */
async function drag(window: Page, grip: string, byX: number, byY: number): Promise<void> {
  const box = await window.locator(`[data-grip="${grip}"]`).boundingBox();
  if (!box) throw new Error(`there is no ${grip}`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await window.mouse.move(x, y);
  await window.mouse.down();
  for (const share of [0.2, 0.4, 0.6, 0.8, 1]) {
    await window.mouse.move(x + byX * share, y + byY * share);
  }
  await window.mouse.up();
}

test('a link is drawn by keyboard alone, undone, done again, used, and run', async ({ start }) => {
  const window = await opened(await start(SAMPLE));
  await press(window, '0', 'Delete', 'Shift+ArrowUp');
  await expect(step(window, 1)).toHaveAttribute('aria-valuetext', '2.3 MB/s');
  await press(window, 'n');
  await expect(step(window, 2)).toBeFocused();
  await press(window, 'Shift+ArrowLeft', 'ArrowLeft');
  await expect(step(window, 2)).toHaveAttribute('aria-label', 'Step 2 of 2, 28.9 to 60.0 s');
  await press(window, 'o');
  await expect(outage(window, 3)).toBeFocused();
  await press(window, 'Shift+ArrowRight', 'Shift+ArrowUp');
  await expect(outage(window, 3)).toHaveAttribute('aria-valuetext', /\d to \d/);
  const drawn = await outage(window, 3).getAttribute('aria-valuetext');
  const undo = button(window, /^Undo/);
  for (let back = 0; back < 7; back += 1) await press(window, 'Control+z');
  await expect(undo).toBeDisabled();
  await expect(step(window, 1)).toHaveAttribute('aria-valuetext', '1.3 MB/s');
  for (let forward = 0; forward < 7; forward += 1) await press(window, 'Control+Shift+z');
  await expect(outage(window, 3)).toHaveAttribute('aria-valuetext', drawn ?? '');
  const rate = window.getByLabel('Rate, MB/s');
  await step(window, 1).focus();
  await rate.fill('4.25');
  await rate.press('Enter');
  await expect(step(window, 1)).toHaveAttribute('aria-valuetext', '4.25 MB/s');
  await button(window, 'Use this link').press('Enter');
  await expect(sheet(window)).toHaveCount(0);
  await expect(button(window, /Drawn link/)).toBeVisible();
  await roomReady(window);
  await press(window, 'Space');
  await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
  await expect(
    window.getByRole('img', { name: /Rate of the link so far; now 4\.3/ }),
  ).toBeVisible();
});

test('the mouse drags levels, edges and outages, each drag one step back; the hand draws', async ({
  start,
}) => {
  const window = await opened(await start(SAMPLE));
  await press(window, 'n');
  await expect(step(window, 2)).toHaveAttribute('aria-valuetext', '0.7 MB/s');
  await drag(window, 'level:1', 0, -120);
  const raised = await step(window, 2).getAttribute('aria-valuetext');
  expect(raised).not.toBe('0.7 MB/s');
  await drag(window, 'outage:1', 200, 0);
  await expect(outage(window, 2)).not.toHaveAttribute('aria-valuetext', /^30\.0/);
  await drag(window, 'start:1', 60, 0);
  await expect(step(window, 2)).not.toHaveAttribute('aria-label', /30\.0 to/);
  await drag(window, 'outage:0', -80, 0);
  await expect(outage(window, 1)).not.toHaveAttribute('aria-valuetext', /^12\.0/);
  await press(window, 'Control+z');
  await expect(outage(window, 1)).toHaveAttribute('aria-valuetext', '12.0 to 17.0 s');
  await press(window, 'Control+z');
  await expect(step(window, 2)).toHaveAttribute('aria-label', /30\.0 to 60\.0 s/);
  await press(window, 'Control+z', 'Control+z');
  await expect(outage(window, 2)).toHaveAttribute('aria-valuetext', '30.0 to 37.0 s');
  await expect(step(window, 2)).toHaveAttribute('aria-valuetext', '0.7 MB/s');
  await press(window, 'f');
  const box = await window.locator('.link-drawing').boundingBox();
  if (!box) throw new Error('there is no drawing');
  await window.mouse.move(box.x + 200, box.y + 300);
  await window.mouse.down();
  for (let x = 200; x < 600; x += 20) await window.mouse.move(box.x + x, box.y + 400 - x / 2);
  await window.mouse.up();
  expect(await window.getByRole('slider', { name: /^Step/ }).count()).toBeGreaterThan(6);
  await press(window, 'Control+z');
  await expect(window.getByRole('slider', { name: /^Step/ })).toHaveCount(2);
});

test('edits that were neither used nor saved are asked about', async ({ start }) => {
  const window = await opened(await start(SAMPLE));
  await press(window, 'Escape');
  await expect(sheet(window)).toHaveCount(0);
  await press(window, 'l');
  await expect(step(window, 1)).toBeFocused();
  await press(window, 'ArrowUp', 'Escape');
  await button(window, 'Keep editing').click();
  await expect(step(window, 1)).toHaveAttribute('aria-valuetext', '1.4 MB/s');
  await button(window, 'Cancel').click();
  await button(window, 'Discard').click();
  await expect(sheet(window)).toHaveCount(0);
  await expect(button(window, /^Adjust the link, 1\.3/)).toBeVisible();
});

test('a trace is imported by its content; a broken one is a sentence and changes nothing', async ({
  start,
}) => {
  const started = await start(SAMPLE);
  const window = await opened(started);
  const folder = freshFolder('traces');
  const good = join(folder, 'train.down');
  // Two packets every 3 ms, and a second of silence: 1 MB/s for 4 s out of 5.
  const times = Array.from({ length: 1333 }, (_, i) => [3 * i + 1, 3 * i + 1]).flat();
  writeFileSync(good, [...times, 5000].join('\n') + '\n');
  const broken = join(folder, 'broken.down');
  writeFileSync(broken, '1\n2\nthree\n4\n');
  const importing = async (path: string) => {
    await answerOpen(started, path);
    await button(window, 'Start from').click();
    await window.getByRole('menuitem', { name: /Import a trace/ }).click();
  };
  await importing(broken);
  await expect(window.getByRole('alert')).toContainText('broken.down');
  await expect(window.getByRole('alert')).toContainText(/line 3/i);
  await expect(step(window, 1)).toHaveAttribute('aria-valuetext', '1.3 MB/s');
  await importing(good);
  await expect(window.getByTestId('link-source')).toHaveText('train.down');
  await expect(
    window.getByText(/Read as mahimahi packet deliveries .*: .* long, .* in the mean/),
  ).toBeVisible();
  await button(window, 'Edit a copy').click();
  await expect(window.getByText(/became \d+/)).toBeVisible();
  expect(await window.getByRole('slider', { name: /^Step/ }).count()).toBeLessThan(240);
  await press(window, 'Control+z');
  await button(window, 'Use this link').click();
  await expect(button(window, /train\.down/)).toBeVisible();
  await roomReady(window);
  await press(window, 'Space');
  await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
});

test('a profile is saved, listed, replaced when asked, chosen and removed', async ({ start }) => {
  const started = await start(SAMPLE);
  const window = await opened(started);
  const save = async (name: string) => {
    await button(window, /^Save as profile/).click();
    await window.getByLabel('Name').fill(name);
    await window.getByRole('button', { name: 'Save', exact: true }).click();
  };
  await press(window, 'ArrowUp');
  await save('My tunnel');
  await expect(window.getByText('Saved as profile “My tunnel”.')).toBeVisible();
  await step(window, 1).press('ArrowUp');
  await save('My tunnel');
  await expect(window.getByText(/There is a profile “My tunnel” already/)).toBeVisible();
  await button(window, 'Replace').click();
  await expect(window.getByText('Saved as profile “My tunnel”.')).toBeVisible();
  await press(window, 'Escape');
  await expect(sheet(window)).toHaveCount(0);
  await button(window, 'Profiles').press('Enter');
  const picker = window.getByRole('dialog', { name: 'Profiles' });
  await expect(picker.getByRole('button', { name: /satellite/i })).toBeVisible();
  await picker.getByRole('button', { name: /^My tunnel/ }).click();
  await expect(button(window, /^Link My tunnel/)).toBeVisible();
  // As long as the picker has the focus, keys are its own.
  await expect(picker).toHaveCount(0);
  await press(window, 'l');
  await expect(step(window, 1)).toHaveAttribute('aria-valuetext', '1.5 MB/s');
  const folder = freshFolder('exported');
  for (const format of ['mahimahi', 'Sabre']) {
    const filePath = join(folder, format);
    await started.app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    }, filePath);
    await button(window, /^Export/).click();
    await window.getByRole('menuitem', { name: new RegExp(format) }).click();
    await expect(window.getByText(`Exported to ${filePath}`)).toBeVisible();
    expect(readFileSync(filePath, 'utf8').length).toBeGreaterThan(20);
  }
  await press(window, 'Escape');
  // The trash of this machine is the system's business.
  await started.app.evaluate(({ shell }) => {
    shell.trashItem = () => Promise.resolve();
  });
  await button(window, /^Link My tunnel/).click();
  await button(window, 'Remove My tunnel').click();
  await expect(window.getByText(/Move “My tunnel” to the trash/)).toBeVisible();
  await button(window, 'Keep').click();
  await expect(button(window, 'Remove My tunnel')).toBeVisible();
  await button(window, 'Remove My tunnel').press('Enter');
  await button(window, 'Remove').press('Enter');
  // The link goes on as the curve that it was, without the name.
  await expect(button(window, /^Link Drawn link/)).toBeVisible();
  await press(window, 'Escape');
  await expect(button(window, 'Import trace…')).toHaveCount(0);
});

test('axe finds nothing serious in the editor and the picker, in both themes', async ({
  start,
}) => {
  const started = await start(SAMPLE);
  const { window } = started;
  await roomReady(window);
  for (const theme of THEMES) {
    await showTheme(window, theme);
    await button(window, 'Profiles').click();
    await expect(window.getByRole('dialog', { name: 'Profiles' })).toBeVisible();
    expect(await seriousFindings(window, '[role="dialog"]')).toEqual([]);
    await press(window, 'Escape', 'l');
    await expect(step(window, 1)).toBeFocused();
    expect(await seriousFindings(window, '[role="dialog"]')).toEqual([]);
    await press(window, 'Escape');
    await expect(sheet(window)).toHaveCount(0);
  }
});
