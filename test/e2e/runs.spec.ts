import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, freshFolder, test } from './app';
import { flag, press, roomReady } from './room';

/** Every part of a picture: its words, and the attributes that place or colour it. */
const partsOf = (picture: Locator): Promise<Record<string, string>[]> =>
  picture.locator('[data-part]').evaluateAll((parts) =>
    parts.map((part) => {
      const seen: Record<string, string> = {
        part: part.getAttribute('data-part') ?? '',
        // A part that holds others is told by them.
        text: part.children.length === 0 ? (part.textContent ?? '') : '',
      };
      for (const name of ['d', 'x', 'y', 'width', 'height', 'data-is', 'data-tone', 'data-shows']) {
        const value = part.getAttribute(name);
        if (value !== null) seen[name] = value;
      }
      return seen;
    }),
  );

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

  const path = join(freshFolder('kept'), 'run.json');
  await app.evaluate(({ dialog, Menu }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
    const file = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'File');
    const item = (label: RegExp) => file?.submenu?.items.find((each) => label.test(each.label));
    item(/^Save the report/)?.click();
  }, path);
  const { existsSync } = await import('node:fs');
  await expect.poll(() => existsSync(path), { timeout: 30_000 }).toBe(true);
  await app.evaluate(({ Menu }) => {
    const file = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'File');
    file?.submenu?.items.find(({ label }) => label.startsWith('Open a run log'))?.click();
  });

  const recorded = window.getByRole('region', { name: 'From run.json' });
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
  await expect(recorded.getByRole('timer')).toHaveText('1.0 s');
  await expect(recorded.locator('.caption')).not.toContainText('Paused');
  expect(await partsOf(live)).toEqual(before);
});
