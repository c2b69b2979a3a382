import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app';
import { seriousFindings } from './axe';
import { press } from './room';

import { serverRuns, choose, seats, tab } from './server-room';

const SAMPLE = ['--sample-seconds', '10'];

test('/feed is a picture that changes and takes a seat while it is shown', async ({ start }) => {
  const started = await start(SAMPLE);
  const { window } = started;
  await serverRuns(started);
  await window.getByRole('tab', { name: 'Watch' }).click();
  await window.getByRole('button', { name: 'Show /feed' }).click();
  const picture = window.getByAltText('The pictures of /feed as they come');
  const width = () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
  await expect.poll(width, { timeout: 30_000 }).toBeGreaterThan(0);
  await expect(seats(window).getByRole('article').filter({ hasText: '/feed' })).toHaveCount(1);
  await expect(window.getByText(/1 viewer, \d+ frames a second/)).toBeVisible();
  const seen = new Set<string>();
  await expect
    .poll(async () => seen.add((await picture.screenshot()).toString('base64')).size)
    .toBeGreaterThan(3);
  await window.getByRole('button', { name: 'Close /feed' }).click();
  await expect(seats(window).getByText('free')).toHaveCount(4);
});

const light = (window: Page): Locator => window.locator('.camera-light');

test('/feed shows the camera while someone looks, and is switched while it runs', async ({
  start,
}) => {
  const started = await start(SAMPLE);
  const { window } = started;
  const origin = await serverRuns(started);
  await tab(window, 'Watch');
  await choose(window, 'Picture of /feed', 'Camera');
  await expect(window.getByText(/^No camera has been chosen yet/)).toBeVisible();
  await window.getByRole('button', { name: 'Choose a camera in Compare' }).click();
  await window
    .getByRole('dialog', { name: 'Camera or test picture' })
    .getByRole('button', { name: 'Use', exact: true })
    .click();
  await press(window, 'Control+2');
  // Nobody looks at it here, and the other room has been left.
  await expect(light(window)).toHaveCount(0);

  await window.getByRole('button', { name: 'Show /feed' }).click();
  const picture = window.getByAltText('The pictures of /feed as they come');
  await expect(light(window)).toHaveText('Camera on: Test picture');
  await expect(seats(window).getByRole('article').filter({ hasText: '/feed' })).toHaveCount(1);
  await expect(window.getByText(/1 viewer, \d+ frames a second/)).toBeVisible();
  const width = () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
  await expect.poll(width).toBe(640);
  const seen = new Set<string>();
  await expect
    .poll(async () => seen.add((await picture.screenshot()).toString('base64')).size)
    .toBeGreaterThan(3);

  // Another client, which stays through every change of the picture.
  const client = await fetch(`${origin}/feed`);
  const frames = framesOf(client);
  await frames.different(10);
  await choose(window, 'Picture of /feed', 'Test pattern');
  await expect(light(window)).toHaveCount(0);
  await frames.different(10);
  await choose(window, 'Picture of /feed', 'File');
  await frames.different(10);
  await choose(window, 'Picture of /feed', 'Camera');
  await expect(light(window)).toBeVisible();
  await frames.different(10);
  await expect(window.getByText(/2 viewers, \d+ frames a second/)).toBeVisible();

  await window.getByRole('button', { name: 'Close /feed' }).click();
  await frames.different(3);
  await expect(light(window)).toBeVisible();
  await frames.leave();
  // The source goes on for 10 s, in case that somebody comes back.
  await expect(light(window)).toHaveCount(0, { timeout: 20_000 });
  await expect(seats(window).getByText('free')).toHaveCount(4);
});

/** Reads the JPEGs of a feed as they come. */
function framesOf({ body }: Response) {
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  let rest = Buffer.alloc(0);
  async function next(): Promise<Buffer> {
    for (;;) {
      const [, bytes] = /Content-Length: (\d+)\r\n\r\n/.exec(rest.toString('latin1')) ?? [];
      const from = rest.indexOf('\r\n\r\n') + 4;
      if (bytes !== undefined && rest.byteLength >= from + Number(bytes)) {
        const jpeg = rest.subarray(from, from + Number(bytes));
        rest = rest.subarray(from + Number(bytes));
        return jpeg;
      }
      const { value } = await reader.read();
      if (!value) throw new Error('The feed ended.');
      rest = Buffer.concat([rest, value]);
    }
  }
  return {
    /** Reads on until so many different frames have come. */
    async different(count: number): Promise<void> {
      const seen = new Set<string>();
      while (seen.size < count) seen.add((await next()).toString('base64'));
    },
    leave: () => reader.cancel(),
  };
}

test('a camera that cannot be used is said beside the feed, with ways on', async ({ start }) => {
  const started = await start(['--media', 'camera:Nobody has this one']);
  const { window } = started;
  const refused = async () => {
    await expect(window.getByText(/^Nobody has this one/).first()).toBeVisible();
    // A camera named at the start is asked for at once; who does not answer goes on without it.
    await window.getByRole('dialog').press('Escape');
    await expect(window.getByRole('dialog')).toHaveCount(0);
  };
  const origin = await serverRuns(started, refused);
  await tab(window, 'Watch');
  // A camera is the open source, so it is what the feed shows.
  const chosen = window.getByRole('radiogroup', { name: 'Picture of /feed' });
  await expect(chosen.getByRole('radio', { name: 'Camera' })).toBeChecked();
  await expect(chosen.getByRole('radio', { name: 'File' })).toBeDisabled();
  const other = fetch(`${origin}/feed`);
  const problem = window.getByRole('alert').filter({ hasText: 'Nobody has this one' });
  await expect(problem).toBeVisible();
  expect((await other).status).toBe(503);
  await problem.getByRole('button', { name: 'Try again' }).click();
  await expect(problem).toBeVisible();
  await expect(seats(window).getByText('free')).toHaveCount(4);
  await expect(light(window)).toHaveCount(0);
  expect(await seriousFindings(window)).toEqual([]);
  await choose(window, 'Picture of /feed', 'Test pattern');
  await expect(window.getByText(/1 viewer, \d+ frames a second/)).toBeVisible();
});
