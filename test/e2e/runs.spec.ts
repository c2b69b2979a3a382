import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Locator } from '@playwright/test';
import { expect, freshFolder, test } from './app';
import type { KeptRun } from '../../model/runs/kept-lines';
import { KeptRunReader } from '../../model/runs/read-lines';
import { linesOfRun } from '../../model/runs/run-lines';
import { secondsFigure, stallsFigure } from '../../model/figures';
import { madeLog, madeRun, madeRuns } from '../model/runs/made-runs';
import { toldByEvents } from '../model/runs/told-by-events';
import { seriousFindings } from './axe';
import { runHeadless, readLog } from './headless';
import { openedRun } from './opened-run';
import { enterRuns, flag, lane, LANES, partsOf, press, roomReady, showTheme, THEMES } from './room';

test('a live run and one from a file are drawn in one window, alike at the same moment', async ({
  start,
}) => {
  const { app, window } = await start(['--sample-seconds', '10']);
  await roomReady(window);
  await press(window, '1', 'Space');
  await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
  await expect.poll(() => window.locator('[role="timer"]').textContent()).toMatch(/^[3-9]/);
  await press(window, 'Space');
  await expect(flag(window, 'Streaming')).toHaveText('Paused');

  const path = join(freshFolder('saved'), 'run.json');
  await app.evaluate(({ dialog, Menu }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
    const file = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'File');
    const item = (label: RegExp) => file?.submenu?.items.find((each) => label.test(each.label));
    item(/^Save the report/)?.click();
  }, path);
  await expect.poll(() => existsSync(path), { timeout: 30_000 }).toBe(true);
  await app.evaluate(({ Menu }) => {
    const file = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'File');
    file?.submenu?.items.find(({ label }) => label.startsWith('Import a run'))?.click();
  });
  await window.getByRole('button', { name: 'Run of Compare beside' }).click();

  const recorded = window.getByRole('region', { name: 'ocean.mp4 over Steady' });
  const live = window.getByRole('region', { name: 'The run of Compare' });
  await expect(recorded.getByRole('article', { name: 'Streaming' })).toBeVisible();
  await expect(live.getByRole('article', { name: 'Streaming' })).toBeVisible();
  for (const picture of [live, recorded]) {
    await expect(picture.locator('article video')).toHaveCount(3);
  }
  // Both stand at the same moment: the pause of the one is the end of the other.
  await expect(async () => expect(await partsOf(recorded)).toEqual(await partsOf(live))).toPass();
  const captions = (picture: Locator) => picture.locator('.caption').innerText();
  expect(await captions(recorded)).toBe(await captions(live));

  // The picture of the media file stands where the lane's playhead was.
  const positions = (picture: Locator) =>
    picture
      .locator('article video')
      .evaluateAll((videos) =>
        (videos as HTMLVideoElement[]).map((video) => video.currentTime.toFixed(1)),
      );
  await expect.poll(() => positions(recorded)).toEqual(await positions(live));

  // The recorded one moves by itself, the live one goes on by itself.
  const before = await partsOf(live);
  await recorded.getByRole('slider', { name: 'Moment of the run' }).focus();
  await press(window, 'Home', 'PageUp');
  await expect(window.locator('.topbar').getByRole('timer')).toContainText('1.0');
  await expect(recorded.locator('.caption')).not.toContainText('Paused');
  expect(await partsOf(live)).toEqual(before);
});

/** A kept run from its packed file. */
function readKept(path: string): KeptRun {
  const reader = new KeptRunReader();
  for (const line of gunzipSync(readFileSync(path)).toString().split('\n')) reader.line(line);
  return reader.run();
}

/** Runs made for the list, the newest first. */
const KEPT = [
  { name: 'Lecture 3: the tunnel', link: 'dropouts:1.3MB/s@3-6', pinned: true },
  { name: '', link: 'constant:0.9MB/s', pinned: false },
  { name: 'Steady at home', link: 'constant:4MB/s', pinned: false },
];

/** A folder of kept runs. */
async function keptRuns(): Promise<string> {
  const folder = freshFolder('runs');
  for (const [i, { name, link, pinned }] of KEPT.entries()) {
    const run = madeRun(madeLog(link), { name, pinned, startedMs: Date.now() - i * 60_000 });
    await writeFile(join(folder, `made-${i}.bufferrun`), gzipSync(linesOfRun(run)));
  }
  return folder;
}

test('kept runs are found, named, pinned, deleted and brought back by keyboard alone', async ({
  start,
}) => {
  const folder = await keptRuns();
  const { window } = await start(['--sample-seconds', '10', '--runs', folder]);
  await enterRuns(window);
  const names = () => window.locator('.run-name b').allInnerTexts();
  await expect
    .poll(names)
    .toEqual(['Lecture 3: the tunnel', 'ocean.mp4 over Steady', 'Steady at home']);
  for (const theme of THEMES) {
    await showTheme(window, theme);
    expect(await seriousFindings(window)).toEqual([]);
  }
  // Every word of the search is somewhere in the row.
  await press(window, '/', 'S', 't', 'e', 'a', 'd', 'y');
  await expect.poll(names).toEqual(['ocean.mp4 over Steady', 'Steady at home']);
  await window.keyboard.type(' home');
  await expect.poll(names).toEqual(['Steady at home']);
  await press(window, 'Escape');
  await expect.poll(names).toHaveLength(3);

  await press(window, 'End', 'F2');
  await window.keyboard.type('At home');
  await press(window, 'Enter', 'p');
  await expect.poll(names).toEqual(['Lecture 3: the tunnel', 'At home', 'ocean.mp4 over Steady']);
  await press(window, 'End', 'Delete');
  await expect.poll(names).toEqual(['Lecture 3: the tunnel', 'At home']);
  await expect(window.getByText('“ocean.mp4 over Steady” is deleted.')).toBeVisible();
  await press(window, 'Control+z');
  await expect.poll(names).toHaveLength(3);

  await press(window, 'Home', 'Enter');
  await expect(window.getByRole('region', { name: 'Lecture 3: the tunnel' })).toBeVisible();
  for (const theme of THEMES) {
    await showTheme(window, theme);
    expect(await seriousFindings(window)).toEqual([]);
  }
  await press(window, 'Escape');
  await expect.poll(names).toHaveLength(3);
  // What was done stands in the runs themselves.
  const kept = readKept(join(folder, 'made-2.bufferrun'));
  expect(kept).toMatchObject({ name: 'At home', pinned: true });
});

test('a run is kept while it goes on: the app is killed, and it is there at the next start', async ({
  start,
}) => {
  const folder = freshFolder('runs');
  const { app, window } = await start(['--sample-seconds', '10', '--runs', folder]);
  await roomReady(window);
  await press(window, '1', 'Space');
  await expect.poll(() => window.locator('[role="timer"]').textContent()).toMatch(/^[3-9]/);
  const killedS = Number.parseFloat((await window.locator('[role="timer"]').textContent()) ?? '');
  const closed = new Promise((resolve) => app.process().once('exit', resolve));
  app.process().kill('SIGKILL');
  await closed;

  const { window: next } = await start(['--sample-seconds', '10', '--runs', folder]);
  await enterRuns(next);
  const row = next.getByRole('row', { name: /ocean\.mp4 over Steady/ });
  await expect(row).toContainText(/broken off at \d+\.\d s/);
  const brokenS = Number(/broken off at ([\d.]+) s/.exec(await row.innerText())?.[1]);
  expect(brokenS).toBeGreaterThan(killedS - 1);
  await row.dblclick();
  await expect(next.getByRole('timer')).toContainText(brokenS.toFixed(1));
  await expect(next.getByRole('article', { name: 'Streaming' })).toBeVisible();
});

test('a headless run is kept under its name, and what is kept is what was reported', async () => {
  const folder = freshFolder('runs');
  const args = ['--sample-seconds', '10', '--until', '4s', '--link', 'constant:4MB/s'];
  const outcome = await runHeadless([...args, '--keep', 'By script', '--runs', folder]);
  expect(outcome.code).toBe(0);
  const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.bufferrun'));
  const kept = readKept(join(folder, file));
  expect(kept).toMatchObject({ name: 'By script', brokenOff: false });
  expect(kept.log).toEqual(readLog(outcome));

  const unkept = freshFolder('runs');
  await runHeadless([...args, '--until', '1s', '--runs', unkept]);
  expect(readdirSync(unkept)).toEqual([]);
});

test('a folder that nothing can be written into is said once, and the run goes on', async ({
  start,
}) => {
  const file = join(freshFolder('no-folder'), 'file');
  await writeFile(file, '');
  const { window } = await start(['--sample-seconds', '10', '--runs', join(file, 'runs')]);
  await roomReady(window);
  await press(window, '4', 'Space');
  await expect(window.getByRole('alert')).toContainText('The run goes on.');
  await expect(flag(window, 'Streaming')).toHaveText(/^(Playing|Ended)/);
});

test('a kept run is stepped through, noted and played by keyboard alone', async ({ start }) => {
  const folder = await keptRuns();
  const { app, window } = await start(['--sample-seconds', '10', '--runs', folder]);
  await enterRuns(window);
  await expect(window.locator('.run-row')).toHaveCount(3);
  await press(window, 'Home', 'Enter');
  const timer = window.getByRole('timer');
  await expect(timer).toContainText('of 20.7 s');
  // A quarter of the link's outage, 3 to 6 s, then back to it event by event.
  await press(window, 'Home', 'PageUp', 'PageUp', 'PageUp', 'PageUp', 'ArrowLeft', 'ArrowLeft');
  await expect(timer).toContainText('3.8');
  await expect(window.locator('.caption')).toContainText('The link is down.');
  await press(window, ',');
  await expect(timer).not.toContainText('3.8');
  const figures = window.getByRole('article', { name: 'Streaming' });
  await expect(figures).toContainText('0.8 s');

  await press(window, 'Home', 'PageUp', 'PageUp', 'n');
  await window.keyboard.type('Look here');
  await press(window, 'Enter');
  await expect(window.locator('.scrub-note')).toContainText('2.0 s Look here');
  await press(window, 'End', '[');
  await expect(timer).toContainText('2.0');
  await expect
    .poll(() => readKept(join(folder, 'made-0.bufferrun')).log.marks)
    .toMatchObject([{ tMs: 2000, kind: 'note', from: 'person', text: { en: 'Look here' } }]);

  // Playing pauses where it is told to, and goes on playing after a jump.
  await press(window, 'b');
  await expect(window.getByRole('button', { name: /Pauses at the next stall/ })).toBeVisible();
  await press(window, 'l');
  await press(window, 'Home');
  await expect(window.getByRole('button', { name: /^No stall ahead|Pauses at/ })).toBeVisible();
  await expect(window.getByRole('button', { name: /^Play/ })).toBeVisible({ timeout: 20_000 });
  await expect(figures).toContainText('Stalled');

  const out = join(freshFolder('out'), 'run.csv');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, out);
  await press(window, 'e');
  const sheet = window.getByRole('dialog', { name: /^Export “Lecture 3/ });
  await sheet.getByRole('radio', { name: /^CSV/ }).check();
  await press(window, 'Enter');
  await expect.poll(() => existsSync(out) && readFileSync(out, 'utf8')).toMatch(/^method,t_s/);
});

test('the figures on the screen at random moments of a kept run are those of its log', async ({
  start,
}) => {
  const seed = Math.floor(Math.random() * 1e6);
  // Named where it fails.
  test.info().annotations.push({ type: 'seed', description: String(seed) });
  const [log] = fc.sample(madeRuns, { numRuns: 1, seed }).map((run) => run.log);
  if (!log) throw new Error('No run was made.');
  const { window } = await openedRun(start, log);
  const tenths = fc.nat({ max: Math.floor(log.lengthMs / 100) - 1 });
  for (const tenth of fc.sample(tenths, { numRuns: 5, seed })) {
    const shownMs = tenth * 100;
    await press(window, 'Home');
    for (let i = 0; i < Math.floor(tenth / 10); i += 1) await press(window, 'PageUp');
    for (let i = 0; i < tenth % 10; i += 1) await press(window, 'ArrowRight');
    await expect(window.locator('.topbar').getByRole('timer')).toContainText(
      shownMs === 0 ? '0' : (shownMs / 1000).toFixed(1),
    );
    for (const [i, name] of LANES.entries()) {
      const told = toldByEvents(log.lanes[i] ?? { events: [] }, shownMs);
      const part = (which: string) => lane(window, name).locator(`[data-part="${which}"]`);
      const { startupDelayMs, stallCount, stallTotalMs, state } = told;
      await expect(part('startup')).toHaveText(
        startupDelayMs === null ? 'not yet' : secondsFigure(startupDelayMs),
      );
      await expect(part('stalls')).toHaveText(stallsFigure(stallCount, stallTotalMs));
      await expect(flag(window, name)).toHaveText(FLAGS[state]);
    }
    const isDown = log.link.outages.some((down) => down.fromMs <= shownMs && shownMs < down.toMs);
    const caption = window.locator('.caption');
    if (!isDown) await expect(caption).not.toContainText('The link is down.');
  }
});

/** What a player's flag says in each state. */
const FLAGS = {
  starting: /^Waiting$/,
  playing: /^Playing/,
  rebuffering: /^Stalled/,
  paused: /^Paused$/,
  ended: /^Ended/,
  failed: /^No picture$/,
} as const;
