import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { MAX_CAPTION_CHARS } from '../../model/scenario/schema';
import { expect, freshFolder, test } from './app';
import { flag, press, roomReady } from './room';
import { measureStage } from './stage-measures';

/** Windows that projectors have. */
const PROJECTORS = [
  [1920, 1080],
  [1280, 800],
  [1280, 720],
  [1024, 768],
] as const;

const LONG = 'The link is down, and whoever kept a reserve plays on. '.repeat(6);

/** Both lanes play at once; the link goes down in the second that follows. */
const STORY = `title: A talk
media: sample:10
methods: [buffering, streaming]
settings: {chunk: 500kB, prefetch: 1MB, max-ahead: 4MB}
link: constant:2MB/s
steps:
  - {at: 0s, chapter: Beginning, caption: This is where it begins., note: Say hello.}
  - {when: start(all), caption: Both play., pause: true, note: Ask who will stall.}
  - {at: 20s, cut: true, caption: "${LONG.slice(0, MAX_CAPTION_CHARS - 1).trim()}"}
  - {at: 21s, zoom: buffer, caption: Look at the reserve.}
  - {at: 22s, end: true}
`;

function story(): string {
  const path = join(freshFolder('talk'), 'talk.yaml');
  writeFileSync(path, STORY);
  return path;
}

const html = (window: Page) => window.locator('html');
const banner = (window: Page) => window.locator('.banner');
const lanes = (window: Page) => window.locator('.lanes');

/** Gives the stage's window this size, px, and waits until its page has it. */
async function resize(app: ElectronApplication, window: Page, size: readonly [number, number]) {
  await app.evaluate(({ BrowserWindow }, [width = 0, height = 0]) => {
    const stage = BrowserWindow.getAllWindows().find(
      ({ webContents }) => !webContents.getURL().includes('?'),
    );
    stage?.setContentSize(width, height);
  }, size);
  await expect
    .poll(() => window.evaluate(() => [innerWidth, innerHeight]), { timeout: 5000 })
    .toEqual([...size]);
}

/** At every size of a projector all words are whole, apart, and as large as the back row needs. */
async function expectReadable(app: ElectronApplication, window: Page): Promise<void> {
  for (const size of PROJECTORS) {
    await resize(app, window, size);
    const least = 20 * Math.min(size[0] / 1920, size[1] / 1080);
    // The pipes are drawn to their new width, the banner to its words, some frames after the window has it.
    await expect(async () => {
      const { cut, over, smallest, texts } = await measureStage(window);
      expect({ size, cut, over }).toEqual({ size, cut: [], over: [] });
      expect(texts).toBeGreaterThan(10);
      expect(smallest.px, `${smallest.text} at ${size.join(' x ')}`).toBeGreaterThan(least - 0.05);
    }).toPass({ timeout: 5000 });
  }
}

test('a talk with a clicker alone: every projector shows all of it, and no control is ever on the stage', async ({
  start,
}) => {
  const { app, window } = await start(['--sample-seconds', '10', story()]);
  await expect(window.getByRole('heading', { name: 'A talk' })).toBeVisible();
  await expect(window.getByText('Press Space').first()).toBeVisible({ timeout: 60_000 });
  await press(window, 'p');
  await expect(html(window)).toHaveAttribute('data-mode', 'presenter');
  await expectReadable(app, window);
  await press(window, 'PageDown');
  await expect(banner(window)).toContainText('Both play.');
  // The scenario waits for a key; the clicker's black screen is there and gone.
  await press(window, 'b');
  await expect(window.locator('.stage-front')).toHaveAttribute('data-blank', 'true');
  await press(window, 'b', 'PageDown');
  await expect(flag(window, 'Buffering')).toHaveText(/^Playing/);
  // A held picture is the one that was there: its players still say that they play.
  const clock = window.locator('.clock');
  await expect(clock).toHaveAttribute('data-still', 'false');
  await press(window, '.');
  // The clock's words come up to 100 ms after the picture; it stands once they are those of the held moment.
  await expect(clock).toHaveAttribute('data-still', 'true');
  const heldAt = await clock.textContent();
  await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
  await expect(banner(window)).toContainText('Both play.');
  await press(window, '4');
  await expect(lanes(window)).toHaveAttribute('data-highlight-station', 'buffer');
  await expectReadable(app, window);
  expect(await clock.textContent()).toBe(heldAt);
  await press(window, '0');
  await expect(lanes(window)).not.toHaveAttribute('data-highlight-station');
  // It goes on, the next step cuts the link, and is held with the longest caption that there can be.
  await press(window, '.', 'PageDown');
  await expect(banner(window)).toContainText('whoever kept a reserve');
  await expect(banner(window).locator('strong')).toHaveText('Link cut');
  await press(window, '.');
  await expectReadable(app, window);
  await press(window, '.', 'PageDown');
  await expect(lanes(window)).toHaveAttribute('data-zoom', 'buffer');
  await press(window, '.');
  await expectReadable(app, window);
  // Whatever is pressed, nothing that could be pressed comes before the stage.
  await press(window, 's', 'e', 'l', 'v', '?', 'm');
  await expect(window.locator('button, input, [role="dialog"]')).toHaveCount(0);
  await press(window, 'Escape');
  await expect(html(window)).not.toHaveAttribute('data-mode', 'presenter');
});

test('a pointer that stands is hidden, and a held one has a ring that fades', async ({ start }) => {
  const { window } = await start(['--sample-seconds', '10']);
  await roomReady(window);
  await press(window, 'p');
  const front = window.locator('.stage-front');
  const ring = window.locator('.stage-ring');
  await window.mouse.move(400, 300);
  await expect(front).toHaveAttribute('data-pointer', 'shown');
  await expect(front).toHaveAttribute('data-pointer', 'hidden', { timeout: 5000 });
  expect(await front.evaluate((element) => getComputedStyle(element).cursor)).toBe('none');
  await window.mouse.down();
  await window.mouse.move(500, 350);
  await expect(ring).toBeVisible();
  const box = await ring.boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0) / 2).toBeCloseTo(500, 0);
  expect((box?.y ?? 0) + (box?.height ?? 0) / 2).toBeCloseTo(350, 0);
  await window.mouse.up();
  const fading = await ring.evaluate((element) => element.getAnimations().length);
  expect(fading).toBe(1);
  await expect(ring).toBeHidden({ timeout: 3000 });
});

/** Has the app see these screens, each the half of the one that there is, and hear that they have changed. */
const screens = (app: ElectronApplication, ids: readonly number[]) =>
  app.evaluate(({ screen, BrowserWindow }, wanted) => {
    // The system has one screen, and would fill that: where the stage is put is what is looked at.
    for (const window of BrowserWindow.getAllWindows()) window.setFullScreen = () => undefined;
    const of = (id: number) => {
      const bounds = { x: (id - 1) * 960, y: 0, width: 960, height: 1080 };
      return { ...screen.getPrimaryDisplay(), id, bounds, workArea: bounds };
    };
    const before = screen.getAllDisplays().length;
    screen.getAllDisplays = () => wanted.map(of);
    screen.getDisplayMatching = () => of(wanted[0] ?? 1);
    screen.emit(wanted.length > before ? 'display-added' : 'display-removed');
  }, ids);

/** Where the windows are, by what they show: the left edge. */
const places = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) =>
    Object.fromEntries(
      BrowserWindow.getAllWindows().map((window) => [
        window.webContents.getURL().endsWith('?notes') ? 'notes' : 'stage',
        window.getBounds().x,
      ]),
    ),
  );

test('the notes follow the stage, on a key or on a second screen, and a screen that is pulled out leaves the stage', async ({
  start,
}) => {
  const { app, window } = await start(['--sample-seconds', '10', story()]);
  await expect(window.getByText('Press Space').first()).toBeVisible({ timeout: 60_000 });
  await press(window, 'p');
  await expect(html(window)).toHaveAttribute('data-mode', 'presenter');
  const [notes] = await Promise.all([app.waitForEvent('window'), press(window, 'n')]);
  await expect(notes.getByRole('heading', { name: 'A talk' })).toBeVisible();
  await expect(notes.getByText('This is where it begins.')).toBeVisible();
  await expect(notes.locator('.notes-frame img')).toBeVisible();
  await press(notes, 'PageDown');
  await expect(banner(window)).toContainText('Both play.');
  await expect(notes.getByText('Step 2 of 5')).toBeVisible();
  await expect(notes.getByRole('region', { name: 'Notes' })).toContainText('Ask who will stall.');
  await expect(notes.locator('li[aria-current="step"]')).toContainText('Both play.');
  await expect(notes.getByText(/comes by itself at 20\.0 s/)).toBeVisible();
  // A page of the notes may do nothing but what notes do.
  const refused = await notes.evaluate(() =>
    self.bufferscope.request('preferences:get').then(
      () => '',
      (error: unknown) => String(error),
    ),
  );
  expect(refused).toContain('preferences:get');
  await press(window, 'n');
  await expect.poll(() => app.windows().length).toBe(1);
  // A second screen is plugged in: the stage goes there, and the notes are where the window was.
  const [again] = await Promise.all([app.waitForEvent('window'), screens(app, [1, 2])]);
  await expect.poll(() => places(app)).toEqual({ stage: 960, notes: 0 });
  await expect(again.getByRole('button', { name: /swap screens/ })).toBeVisible();
  await press(again, 's');
  await expect.poll(() => places(app)).toEqual({ stage: 0, notes: 960 });
  await screens(app, [2]);
  await expect.poll(() => places(app)).toEqual({ stage: 960 });
  await expect(html(window)).toHaveAttribute('data-mode', 'presenter');
  await press(window, 'Escape');
  await expect(window.getByRole('button', { name: /Present/ })).toBeVisible();
});
