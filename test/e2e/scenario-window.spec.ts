import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, freshFolder, test, type StartedApp } from './app';
import { seriousFindings } from './axe';
import { press, roomReady, showTheme, THEMES } from './room';

const SAMPLE = ['--sample-seconds', '10'];

const OWN = `title: Our own
media: sample:10
methods: [buffering, streaming]
settings: {chunk: 500kB, prefetch: 3MB, max-ahead: 6MB, speed: 4}
link: constant:2MB/s
seed: 3
steps:
  - at: 0s
    chapter: Beginning
    caption: This is where it begins.
    note: Say hello.
  - when: start(streaming)
    caption: Streaming plays.
    highlight: {station: player, lane: streaming}
    prediction: show
  - when: start(buffering)
    after: 300ms
    pause: true
    caption: Now press a key.
  - at: 5s
    cut: 1s
    highlight: none
    prediction: hide
    caption: none
  - when: failed(any)
    caption: Never.
`;

const panel = (window: Page) => window.getByRole('region', { name: 'Scenario' });
const running = (window: Page) => panel(window).locator('li[aria-current="step"]');
const lanes = (window: Page) => window.locator('.lanes');

/** Opens a file as a person does, from the panel; only the system's own dialog is answered by the test. */
async function openFile({ app, window }: StartedApp, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
  await press(window, 'e');
  await panel(window).getByRole('button', { name: 'Open a scenario' }).click();
}

/** Drops a file on the window, as a person does. */
async function dropFile({ window }: StartedApp, path: string): Promise<void> {
  const input = await window.evaluateHandle(() => {
    const made = document.createElement('input');
    made.type = 'file';
    return made;
  });
  await input.setInputFiles(path);
  await input.evaluate(({ files }) => {
    const [file] = files ?? [];
    const dataTransfer = new DataTransfer();
    if (file) dataTransfer.items.add(file);
    document.dispatchEvent(
      new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }),
    );
  });
}

function ownFile(text = OWN): string {
  const path = join(freshFolder('scenario'), 'own.yaml');
  writeFileSync(path, text);
  return path;
}

test('a scenario of a file is run by the keyboard: captions, highlight, pause, cut, and what never came', async ({
  start,
}) => {
  const started = await start(SAMPLE);
  const { window } = started;
  await roomReady(window);
  await openFile(started, ownFile());
  await expect(panel(window).getByRole('heading', { name: 'Our own' })).toBeVisible();
  await expect(window.getByRole('article')).toHaveCount(2);
  await expect(window.getByRole('article').first().getByText('Press Space')).toBeVisible();
  await press(window, 'Space');
  const caption = window.locator('.caption');
  await expect(caption.getByText('Now press a key.').first()).toBeVisible();
  await expect(running(window)).toContainText('start(buffering)');
  await expect(lanes(window)).toHaveAttribute('data-highlight-station', 'player');
  await expect(lanes(window)).toHaveAttribute('data-highlight-lane', 'stream');
  await expect(window.getByRole('button', { name: /Continue/ })).toBeVisible();
  await press(window, 'PageUp');
  await expect(caption.getByText('Streaming plays.').first()).toBeVisible();
  await expect(running(window)).toContainText('start(streaming)');
  await press(window, 'PageDown');
  await expect(lanes(window)).not.toHaveAttribute('data-highlight-station');
  await expect(panel(window).getByText('Line 25: failed(any) did not come')).toBeVisible();
  await expect(window.getByRole('button', { name: /Run again/ })).toBeVisible();
  // Its chapter stands on the time of the charts, and shows its moment to the mouse as to the keyboard.
  await press(window, 'e');
  const chapter = window.locator('.dock .mark-signs path[data-kind="chapter"]');
  await expect(chapter.locator('title')).toHaveText('0 s: Beginning');
  const clock = window.locator('.topbar .clock');
  const endedAt = (await clock.textContent()) ?? '';
  await chapter.click();
  await expect(clock).toContainText(/^0 s/);
  await press(window, 'ArrowRight', 'ArrowRight');
  await expect(clock).not.toContainText(/^0 s/);
  // However many marks lie between, from one to the one before it is the way back to the chapter.
  await expect
    .poll(async () => {
      await press(window, '[');
      return clock.textContent();
    })
    .toMatch(/^0 s/);
  await press(window, ...Array<string>(30).fill('ArrowRight'));
  await expect(clock).toHaveText(endedAt);
});

test('a scenario that is dropped opens, its next step comes by hand, and closing gives the room back as it was', async ({
  start,
}) => {
  const started = await start(SAMPLE);
  const { window } = started;
  await roomReady(window);
  await dropFile(started, ownFile(OWN.replace('- at: 5s', '- at: 40s')));
  await expect(window.getByRole('article')).toHaveCount(2);
  await expect(window.getByRole('article').first().getByText('Press Space')).toBeVisible();
  await press(window, 'Space');
  await expect(running(window)).toContainText('start(buffering)');
  await press(window, 'PageDown');
  await press(window, 'PageDown');
  await expect(running(window)).toContainText('Cut the link for 1.0 s');
  await panel(window).getByRole('button', { name: 'Close' }).click();
  await expect(window.getByRole('article')).toHaveCount(3);
  await expect(panel(window).getByRole('heading', { name: 'Scenarios' })).toBeVisible();
  await expect(panel(window).getByRole('button', { name: 'own.yaml' })).toBeVisible();
});

test('a change of the file reloads it, not in mid-run, and its mistakes stand in the panel with their places', async ({
  start,
}) => {
  const started = await start(SAMPLE);
  const { window } = started;
  await roomReady(window);
  const path = ownFile();
  await openFile(started, path);
  await expect(panel(window).getByRole('heading', { name: 'Our own' })).toBeVisible();
  writeFileSync(path, OWN.replace('Our own', 'Another'));
  await expect(panel(window).getByRole('heading', { name: 'Another' })).toBeVisible();
  writeFileSync(path, OWN.replace('captio', 'capito'));
  await expect(panel(window).getByRole('alert')).toContainText(
    'Line 10, column 5: There is no "capiton" here; did you mean "caption"?',
  );
  writeFileSync(path, OWN);
  await expect(panel(window).getByRole('alert')).toBeHidden();
  await expect(window.getByRole('article').first().getByText('Press Space')).toBeVisible();
  await press(window, 'Space');
  await expect(running(window)).toContainText('start(buffering)');
  writeFileSync(path, OWN.replace('Our own', 'A third'));
  await expect(panel(window).getByText('The file has changed.')).toBeVisible();
  await expect(panel(window).getByRole('heading', { name: 'Our own' })).toBeVisible();
  await press(window, 'Space');
  await expect(panel(window).getByRole('heading', { name: 'A third' })).toBeVisible();
});

test('a bundled scenario sets its stage, and the panel has no serious findings in either theme', async ({
  start,
}) => {
  test.setTimeout(180_000);
  const { window } = await start(SAMPLE);
  await roomReady(window);
  await press(window, 'e');
  await panel(window).getByRole('button', { name: 'What a stream is' }).waitFor();
  for (const theme of THEMES) {
    await showTheme(window, theme);
    expect(await seriousFindings(window, '.scenario-panel')).toEqual([]);
  }
  await panel(window).getByRole('button', { name: 'The whole story in 60 seconds' }).click();
  await expect(running(window)).toHaveCount(0);
  await expect(panel(window).getByText('11 steps. Space runs them.')).toBeVisible();
  // The sample of 100 s may have to be made first; until it is there, the one of 10 s stays.
  await expect(window.getByText('100 MB, 100 s')).toBeVisible({ timeout: 100_000 });
  await roomReady(window);
  for (const theme of THEMES) {
    await showTheme(window, theme);
    expect(await seriousFindings(window, '.scenario-panel')).toEqual([]);
  }
  await press(window, 'Space');
  await expect(window.locator('.presenter .banner')).toContainText('Streaming has its first chunk');
  await expect(panel(window)).toBeHidden();
  await press(window, 'Escape');
  await expect(running(window)).toContainText('start(streaming)');
});
