import type { Locator, Page } from '@playwright/test';
import { secondsFigure } from '../../model/figures';
import { CHUNK_STAGES } from '../../model/run/chunk-story';
import { madeLog } from '../model/runs/made-runs';
import { expect, test } from './app';
import { seriousFindings } from './axe';
import { openedRun } from './opened-run';
import { lane, LANES, press, roomReady, showTheme, THEMES, type LaneName } from './room';

const title = (window: Page): Locator => window.locator('.chunk-title');

/** The four times of a chunk in one lane, as they are written. */
const timesOf = (window: Page, name: LaneName): Promise<string[]> =>
  Promise.all(
    CHUNK_STAGES.map((stage) =>
      lane(window, name).locator(`.story [data-part="${stage}"]`).innerText(),
    ),
  );

/** Stages of a lane in which the chunk is framed. */
const framed = (window: Page, name: LaneName): Promise<(string | undefined)[]> =>
  lane(window, name)
    .locator('.chunk-frame:not([d=""]), .pipe[data-framed="true"]')
    .evaluateAll((frames) =>
      frames.map((frame) => /c-\w+/.exec(frame.closest('[class*="c-"]')?.className ?? '')?.[0]),
    );

/** Puts the mouse on a tile of a lane's file, by column and row. */
async function overTile(window: Page, name: LaneName, col: number, row: number): Promise<void> {
  const box = await lane(window, name).locator('.c-file .tank').boundingBox();
  if (!box) throw new Error('The file is not drawn.');
  const pitch = box.width / (124 / 12);
  await window.mouse.move(box.x + (col + 0.67) * pitch, box.y + (row + 0.67) * pitch);
}

test("a kept run tells a chunk's own story by keyboard and by mouse", async ({ start }) => {
  const log = madeLog('dropouts:1.3MB/s@3-6', { seconds: 20 });
  const { window } = await openedRun(start, log);
  await press(window, 'Home', 'PageUp', 'PageUp', 'PageUp', 'PageUp');
  await expect(window.getByRole('timer')).toContainText('4.0');
  const chunks = log.lanes.map((each) => each.chunks);

  await press(window, 't');
  await expect(title(window)).toHaveText('Chunk 4');
  for (const [i, name] of LANES.entries()) {
    const told = chunks[i]?.[3];
    const times = [told?.readMs, told?.sentMs, told?.receivedMs, told?.playedMs];
    await expect
      .poll(() => timesOf(window, name))
      .toEqual(times.map((ms) => secondsFigure(ms ?? 0)));
  }
  // The link is down with it on the link; what lies ahead is told in grey.
  expect(await framed(window, 'Buffering')).toEqual(['c-file', 'c-mem', 'c-link']);
  const ahead = lane(window, 'Buffering').locator('.story [data-ahead="true"]');
  await expect(ahead).toHaveCount(3);
  await expect(window.locator('.lanes [role="status"]')).toContainText(
    /^Chunk 4\. Full buffer: read 0 s, sent .* Streaming: read .* played .* s\.$/,
  );
  for (const theme of THEMES) {
    await showTheme(window, theme);
    expect(await seriousFindings(window)).toEqual([]);
  }

  // Arrows go from chunk to chunk, and move the run again once the story is left.
  await press(window, 'ArrowRight', 'ArrowDown');
  await expect(title(window)).toHaveText('Chunk 15');
  await press(window, 'ArrowLeft', 'ArrowUp', 'ArrowUp');
  await expect(title(window)).toHaveText('Chunk 1');
  await expect(window.getByRole('timer')).toContainText('4.0');
  await press(window, 'End');
  await expect(window.locator('.story [data-ahead="true"]')).toHaveCount(0);
  await press(window, 'Escape', 'ArrowLeft');
  await expect(title(window)).toHaveCount(0);
  await expect(window.getByRole('timer')).not.toContainText('4.0');

  await overTile(window, 'Streaming', 2, 1);
  await expect(title(window)).toHaveText('Chunk 13');
  expect(await framed(window, 'Streaming')).toEqual(['c-file']);
  await window.mouse.move(5, 5);
  await expect(title(window)).toHaveCount(0);
  await overTile(window, 'Streaming', 2, 1);
  await window.mouse.down();
  await window.mouse.up();
  await window.mouse.move(5, 5);
  await expect(title(window)).toHaveText('Chunk 13');
  await press(window, 'Escape');
  await expect(title(window)).toHaveCount(0);
  await press(window, 'Escape');
  await expect(window.locator('.run-row')).toHaveCount(1);
});

test('small chunks are told as those that the log tells of together', async ({ start }) => {
  const log = madeLog('constant:4MB/s', { chunkBytes: 10_000 });
  const { window } = await openedRun(start, log);
  await press(window, 't');
  await expect(title(window)).toHaveText('Chunks 1 to 10');
  const told = log.lanes[2]?.chunks.find(({ toBytes }) => toBytes >= 100_000);
  const together = lane(window, 'Streaming').locator('.story [data-part="together"]');
  await expect(together).toHaveText(`chunks 1 to ${(told?.toBytes ?? 0) / 10_000} together`);
});

test('a live run tells what is known of a chunk, and goes on', async ({ start }) => {
  const { window } = await start(['--sample-seconds', '10']);
  await roomReady(window);
  await press(window, '1', 'Space');
  await expect(lane(window, 'Streaming').locator('[data-part="flag"]')).toHaveText(/^Playing/);
  await overTile(window, 'Streaming', 5, 0);
  await expect(title(window)).toHaveText('Chunk 6');
  await expect.poll(() => timesOf(window, 'Streaming')).toEqual(['–', '–', '–', '–']);
  await window.mouse.down();
  await window.mouse.up();
  await window.mouse.move(5, 5);
  // It is read, sent, received and played under the reader's eyes.
  await expect
    .poll(() => timesOf(window, 'Streaming'), { timeout: 30_000 })
    .toEqual([1, 2, 3, 4].map(() => expect.stringMatching(/^\d+\.\d s$/)));
  await expect(title(window)).toHaveText('Chunk 6');
  await press(window, 'Escape');
  await expect(title(window)).toHaveCount(0);
  await expect(lane(window, 'Streaming').getByText('Startup delay')).toBeVisible();
});
