import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { ElectronApplication, Page } from '@playwright/test';
import { linesOfRun } from '../../model/runs/run-lines';
import { madeLog, madeRun } from '../model/runs/made-runs';
import { expect, freshFolder, test } from './app';
import { seriousFindings } from './axe';
import { otherBrowser } from './other-browser';
import { drop, enterRuns, partsOf, press, showTheme, THEMES } from './room';

/** A run that stalls and is noted, kept in a folder of its own. */
const MADE = madeRun(
  {
    ...madeLog('dropouts:1.3MB/s@3-6'),
    marks: [{ tMs: 3500, kind: 'note', from: 'person', text: { en: 'Look </script> here' } }],
  },
  { name: 'The tunnel', startedMs: Date.now() },
);

async function keptFolder(): Promise<string> {
  const folder = freshFolder('runs');
  await writeFile(join(folder, 'made-0.bufferrun'), gzipSync(linesOfRun(MADE)));
  return folder;
}

/** Answers the next save dialog with this path. */
const savesTo = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);

test('a run is exported by keyboard as a page, which scrubs in a browser from the disk alone', async ({
  start,
}) => {
  const { app, window } = await start(['--sample-seconds', '10', '--runs', await keptFolder()]);
  await enterRuns(window);
  await expect(window.locator('.run-row')).toHaveCount(1);
  const path = join(freshFolder('out'), 'tunnel.html');
  await savesTo(app, path);
  await press(window, 'e');
  const sheet = window.getByRole('dialog', { name: 'Export “The tunnel”' });
  await expect(sheet.getByRole('radio', { name: /^Run/ })).toBeFocused();
  await press(window, 'ArrowDown');
  await expect(sheet.getByRole('radio', { name: /^Page/ })).toBeChecked();
  await press(window, 'Enter');
  await expect(window.getByRole('alert')).toContainText(`exported to ${path}`);
  // Until it is gone the focus is its own.
  await expect(sheet).toHaveCount(0);
  await press(window, 'Enter');
  await expect(window.getByRole('timer')).toBeVisible();
  await press(window, 'Home', 'PageUp', 'PageUp', 'PageUp', 'PageUp');
  const region = (of: Page) => of.getByRole('region', { name: 'The tunnel' });
  await expect(window.getByRole('timer')).toContainText('4.0');
  const parts = await partsOf(region(window));
  // The other line of the two is the one that is heard, which changes at most every two seconds.
  const seen = (of: Page) => of.locator('.caption p').first();
  const caption = await seen(window).innerText();

  const browser = await otherBrowser();
  try {
    const page = await browser.firstWindow();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', ({ message }) => complaints.push(message));
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url().slice(0, 60)));
    // The link takes the room that the app's rail has.
    const [width, height] = await window.evaluate(() => [
      document.querySelector('.page')?.clientWidth ?? 0,
      innerHeight,
    ]);
    await browser.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size),
      [width, height] as [number, number],
    );
    await page.goto(pathToFileURL(path).href);
    await expect(region(page)).toBeVisible();
    expect(await page.evaluate(() => 'bufferscope' in window)).toBe(false);
    const timer = page.getByRole('timer');
    await expect(timer).toContainText('0 of 20.7 s');
    // All of it is laid out as in the app: the timeline ends above the lower edge.
    const slider = page.getByRole('slider', { name: 'Moment of the run' });
    await expect(slider).toBeInViewport({ ratio: 1 });

    await press(page, 'PageUp', 'PageUp', 'PageUp', 'PageUp');
    await expect(timer).toContainText('4.0');
    await expect(seen(page)).toHaveText(caption);
    await expect(page.locator('.scrub-note')).toContainText('Look </script> here');
    await expect(async () => expect(await partsOf(region(page))).toEqual(parts)).toPass();

    // Event by event, to the ends, and played until the next stall.
    await press(page, 'Home', '.');
    await expect(timer).toContainText('0.8');
    await press(page, 'End');
    await expect(timer).toContainText('20.7');
    await press(page, 'Home', 'b', 'l');
    await expect(page.getByRole('article', { name: 'Streaming' })).toContainText('Stalled', {
      timeout: 20_000,
    });
    await press(page, 'n', 'e', 'Escape');
    await expect(page.locator('.scrub-note input')).toHaveCount(0);
    await press(page, '?');
    await expect(page.getByRole('dialog')).toContainText('the event before, the next');
    await expect(page.getByRole('dialog')).not.toContainText('write a note');
    await press(page, 'Escape');
    expect(complaints).toEqual([]);
    for (const theme of THEMES) {
      await showTheme(page, theme);
      expect(await seriousFindings(page)).toEqual([]);
    }
    expect(fetched.filter((url) => !/^(file|data):/.test(url))).toEqual([]);
  } finally {
    await browser.close();
  }
});

test('every format is chosen in one sheet, that axe finds nothing serious in', async ({
  start,
}) => {
  const { app, window } = await start(['--sample-seconds', '10', '--runs', await keptFolder()]);
  await enterRuns(window);
  await expect(window.locator('.run-row')).toHaveCount(1);
  await press(window, 'Enter');
  await expect(window.getByRole('timer')).toBeVisible();
  await press(window, 'e');
  const sheet = window.getByRole('dialog', { name: 'Export “The tunnel”' });
  const folder = freshFolder('out');
  await sheet.getByRole('radio', { name: /^PNG/ }).check();
  await sheet.getByText('Process memory').click();
  await sheet.getByText('1920 × 1080').click();
  for (const theme of ['dark', 'light'] as const) {
    await window.emulateMedia({ colorScheme: theme });
    await expect(window.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    expect(await seriousFindings(window)).toEqual([]);
  }
  const png = join(folder, 'memory.png');
  await savesTo(app, png);
  await sheet.getByRole('button', { name: /^Export/ }).click();
  await expect(sheet).toHaveCount(0);
  const picture = readFileSync(png);
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1920, 1080]);

  // What cannot be written is said where it was asked for, and may be asked for again.
  await press(window, 'e');
  await savesTo(app, join(folder, 'nowhere', 'run.json'));
  await sheet.getByRole('radio', { name: /^JSON/ }).check();
  await press(window, 'Enter');
  await expect(sheet.getByRole('alert')).toContainText('could not be written');
  const json = join(folder, 'run.json');
  await savesTo(app, json);
  await press(window, 'Enter');
  await expect.poll(() => existsSync(json)).toBe(true);
});

test('runs dropped on the window are kept, other files go where they went', async ({ start }) => {
  const files = freshFolder('files');
  const [run, har] = [join(files, 'a.bufferrun'), join(files, 'requests.har')];
  await writeFile(run, gzipSync(linesOfRun(MADE)));
  await writeFile(har, JSON.stringify({ log: { version: '1.2', entries: [] } }));
  const folder = freshFolder('runs');
  const { window } = await start(['--sample-seconds', '10', '--runs', folder]);
  await enterRuns(window);
  await drop(window, run);
  await expect(window.getByRole('region', { name: 'The tunnel' })).toBeVisible();
  await expect
    .poll(() => readdirSync(folder).filter((n) => n.endsWith('.bufferrun')))
    .toHaveLength(1);
  await press(window, 'Escape');
  await drop(window, har);
  await expect(window.getByRole('alert')).toContainText(
    'requests.har is no run: it lists requests',
  );

  // In another room what is named as a run is one, and anything else is a source.
  await press(window, 'Control+1');
  await drop(window, har);
  await expect(window.locator('.topbar')).toContainText('requests.har', { timeout: 60_000 });
  await drop(window, run);
  await expect(window.getByRole('region', { name: 'The tunnel' })).toBeVisible();
});

test('a run that is named when the app is started is shown, and is not delivered', async ({
  start,
}) => {
  const run = join(freshFolder('files'), 'Lecture 3.BufferRun');
  await writeFile(run, gzipSync(linesOfRun(MADE)));
  const { window } = await start(['--sample-seconds', '10', run]);
  await expect(window.getByRole('region', { name: 'The tunnel' })).toBeVisible();
  await press(window, 'Escape', 'Control+1');
  await expect(window.locator('.topbar')).toContainText('ocean.mp4');
});
