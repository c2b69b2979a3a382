import { existsSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { RunLog } from '../../model/run/schema';
import { linesOfRun } from '../../model/runs/run-lines';
import { madeLog, madeRun } from '../model/runs/made-runs';
import { e2eRoot, expect, freshFolder, test } from './app';
import { seriousFindings } from './axe';
import { flag, lane, press, roomReady, showTheme, THEMES } from './room';

const LINK = 'dropouts:1.3MB/s@3-6';

/** A run of the app's sample, or of a file that lies nowhere. */
function logOf(prefetchBytes: number, path = join(e2eRoot(), 'cache', 'x', 'ocean.mp4')): RunLog {
  const log = madeLog(LINK, { prefetchBytes, seed: 7 });
  return { ...log, media: { ...log.media, file: { path, bytes: 10e6, changedMs: 0 } } };
}

/** A folder with a run of a deep prefetch, the newest, one of a low one, and one whose file is gone. */
async function threeKept(): Promise<string> {
  const folder = freshFolder('runs');
  const kept = [
    madeRun(logOf(5e6), { name: 'Deep', startedMs: Date.now() }),
    madeRun(logOf(2e6), { name: 'Low', startedMs: Date.now() - 60_000 }),
    madeRun(logOf(2e6, '/nowhere/film.mp4'), { name: 'Gone', startedMs: Date.now() - 120_000 }),
  ];
  for (const [i, run] of kept.entries()) {
    await writeFile(join(folder, `made-${i}.bufferrun`), gzipSync(linesOfRun(run)));
  }
  return folder;
}

/** Shows the room by its key, once there is a page to press it on. */
async function enterRuns(window: Page): Promise<void> {
  await expect(window.getByRole('button', { name: 'Runs' })).toBeVisible();
  await press(window, 'Control+5');
  await expect(window.locator('.run-row')).toHaveCount(3);
}

/** Chooses the first two of the list. */
async function compareFirstTwo(window: Page): Promise<void> {
  await press(window, 'Home', 'c');
  await expect(window.getByText('“Deep” is A.')).toBeVisible();
  await press(window, 'ArrowDown', 'c');
  await expect(window.getByRole('heading', { name: 'Two runs' })).toBeVisible();
  await expect(window.locator('.pair')).toHaveCount(3);
}

/** Looks for a run by its name and opens it. */
async function openByName(window: Page, name: string): Promise<void> {
  await expect(window.getByRole('heading', { name: 'Runs', level: 1 })).toBeVisible();
  await press(window, '/', 'Control+a');
  await window.keyboard.type(name);
  await expect(window.locator('.run-row')).toHaveCount(1);
  await press(window, 'Enter');
  await expect(window.getByRole('region', { name })).toBeVisible();
}

const sentence = (window: Page) => window.locator('.two-said .caption');

test('two runs are chosen, read, swapped and exported by keyboard alone', async ({ start }) => {
  const folder = await threeKept();
  const { app, window } = await start(['--sample-seconds', '10', '--runs', folder]);
  await enterRuns(window);
  // A mark is let go with Esc, and by marking the same run again.
  await press(window, 'Home', 'c');
  await expect(window.locator('.run-row[data-marked]')).toHaveCount(1);
  for (const theme of THEMES) {
    await showTheme(window, theme);
    expect(await seriousFindings(window)).toEqual([]);
  }
  await press(window, 'Escape');
  await expect(window.locator('.run-row[data-marked]')).toHaveCount(0);
  await press(window, 'c', 'c');
  await expect(window.locator('.run-row[data-marked]')).toHaveCount(0);

  await compareFirstTwo(window);
  await expect(sentence(window)).toContainText(
    'Buffering: B starts 5.3 s earlier and stalls at 4.5 s, where A has not started.',
  );
  await expect(sentence(window)).toContainText('Full buffer and Streaming are the same.');
  const buffering = window.getByRole('region', { name: 'Buffering' });
  const startup = () => buffering.getByRole('row', { name: /^Startup delay/ });
  await expect(startup()).toHaveText('Startup delay6.8 s1.5 s−5.3 s');
  await expect(buffering).toHaveAttribute('data-tall', 'true');
  // Of equal rows only a few figures are told, and both curves lie on one.
  await expect(window.getByRole('region', { name: 'Streaming' }).getByRole('row')).toHaveCount(4);
  await expect(window.locator('.two-setup [data-differs]')).toHaveText([
    'Prefetch',
    '5 MB',
    '2 MB',
  ]);
  for (const theme of THEMES) {
    await showTheme(window, theme);
    expect(await seriousFindings(window)).toEqual([]);
  }

  // A moment is read in both runs and all charts at once.
  await press(window, 'Home', 'Shift+ArrowRight', 'Shift+ArrowRight', 'ArrowRight', 'ArrowRight');
  await expect(window.locator('.readout dt')).toHaveText(Array<string>(9).fill('2.2 s'));
  await expect(buffering.locator('.readout').nth(1)).toHaveText(/^2\.2 sA 0 sB 0\.\d s$/);

  await expect(window.getByText(/^Buffering at 2\.2 s: A has .* and B has/)).toHaveRole('status');

  await press(window, 'x');
  await expect(startup()).toHaveText('Startup delay1.5 s6.8 s+5.3 s');
  await expect(sentence(window)).toContainText('Buffering: A starts 5.3 s earlier');

  const out = join(freshFolder('out'), 'two.json');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, out);
  await press(window, 'e');
  await expect(sentence(window)).toContainText(`Written to ${out}.`);
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
    schema: 'bufferscope.two-runs/1',
    a: { name: 'Low' },
    b: { name: 'Deep' },
    verdict: { method: 'buffering', first: { event: 'starts-earlier', by: 'a' } },
  });
  await press(window, 'Escape');
  await expect(window.locator('.run-row')).toHaveCount(3);
});

test('a run that is gone by then is said, and the list is one key away', async ({ start }) => {
  const folder = await threeKept();
  const { window } = await start(['--sample-seconds', '10', '--runs', folder]);
  await enterRuns(window);
  await press(window, 'Home', 'c', 'ArrowDown');
  rmSync(join(folder, 'made-1.bufferrun'));
  await press(window, 'c');
  await expect(window.getByRole('alert')).toContainText('B cannot be compared.');
  await press(window, 'Escape');
  await expect(window.getByRole('heading', { name: 'Runs', level: 1 })).toBeVisible();
});

test('the settings of a run are set again in Compare, and a run that stands there is not lost unasked', async ({
  start,
}) => {
  const folder = await threeKept();
  const { window } = await start(['--sample-seconds', '10', '--runs', folder]);
  await roomReady(window);
  await enterRuns(window);
  await compareFirstTwo(window);
  await press(window, 'b');
  await roomReady(window);
  await expect(lane(window, 'Buffering')).toContainText('Hold 2 MB before playing');
  await press(window, 'Space');
  await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);

  await press(window, 'Control+5');
  await expect(window.getByRole('heading', { name: 'Two runs' })).toBeVisible();
  await press(window, 'a');
  const question = window.getByRole('dialog', { name: 'End the run in Compare?' });
  await expect(question).toContainText('ocean.mp4');
  await press(window, 'Escape');
  await expect(question).toHaveCount(0);
  await press(window, 'a');
  await question.getByRole('button', { name: 'End it and try these' }).press('Enter');
  await roomReady(window);
  await expect(lane(window, 'Buffering')).toContainText('Hold 5 MB before playing');

  // The same from a run that is scrubbed; where its file is gone a sentence says so.
  await press(window, 'Control+5');
  await press(window, 'Escape');
  await openByName(window, 'Low');
  await press(window, 'r');
  await roomReady(window);
  await expect(lane(window, 'Buffering')).toContainText('Hold 2 MB before playing');
  await press(window, 'Control+5', 'Escape');
  await openByName(window, 'Gone');
  await press(window, 'r');
  await expect(window.getByRole('alert')).toContainText('/nowhere/film.mp4 is not there any more');
  expect(existsSync(join(folder, 'made-2.bufferrun'))).toBe(true);
});

test('two runs are chosen by the mouse, with Ctrl or by the letter in the row', async ({
  start,
}) => {
  const { window } = await start(['--sample-seconds', '10', '--runs', await threeKept()]);
  await enterRuns(window);
  const row = (name: string) => window.getByRole('row', { name });
  await row('Deep').getByRole('button', { name: 'Compare with another run' }).click();
  await row('Low').click({ modifiers: ['ControlOrMeta'] });
  await expect(window.locator('.two-chip b')).toHaveText(['Deep', 'Low']);
});
