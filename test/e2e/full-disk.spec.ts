import { readdirSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app';
import { HARDLY_ANY_ROOM, NO_SMALL_DISK, smallDiskWith } from './files';
import { flag, LANES, press, roomReady } from './room';

test('a run outlives the disk that it is kept on: said once, and kept as far as it went', async ({
  start,
}) => {
  const folder = smallDiskWith(HARDLY_ANY_ROOM);
  test.skip(folder === '', NO_SMALL_DISK);
  const { window } = await start(['--sample-seconds', '10', '--runs', folder]);
  await roomReady(window);
  await press(window, '1', 'Space');
  const alert = window.getByRole('alert');
  await expect(alert).toContainText(`the disk of ${folder} is full. The run goes on.`, {
    timeout: 60_000,
  });
  await expect(alert).toHaveCount(1);
  await window.getByRole('button', { name: 'Close' }).click();
  for (const name of LANES) {
    await expect(flag(window, name)).toHaveText(/^Ended/, { timeout: 60_000 });
  }
  await expect(alert).toHaveCount(0);
  // What is there is a run that broke off, and is opened as far as it goes.
  const written = () => readdirSync(folder).filter((name) => !name.startsWith('.filler'));
  await expect.poll(written).toEqual([expect.stringMatching(/\.bufferrun$/)]);
  await press(window, 'Control+5');
  const row = window.locator('.run-row');
  await expect(row).toHaveCount(1);
  await expect(row).toContainText(/broken off at \d+\.\d s/);
  await press(window, 'Home', 'Enter');
  await expect(window.getByRole('timer')).toContainText(/^\d+\.\d/);
  await press(window, 'Escape');

  // Where there is no room for its first line, nothing is kept of a run; why has been said.
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(join(folder, 'rest'), new Uint8Array(bavail * bsize));
  await press(window, 'Control+1', 'r');
  await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
  for (const name of LANES) {
    await expect(flag(window, name)).toHaveText(/^Ended/, { timeout: 60_000 });
  }
  await press(window, 'Control+5');
  await expect(row).toHaveCount(1);
  const kept = () => readdirSync(folder).filter((name) => /\.(bufferrun|going)$/.test(name));
  await expect.poll(kept).toHaveLength(1);
  await expect(window.getByText('is no run')).toHaveCount(0);
});
