import { copyFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, freshFolder, test, type StartedApp } from './app';
import { sampleFile } from './files';
import { flag, lane, press, roomReady } from './room';

/** A film of one's own that is delivered as it is, and lies where a test may harm it. */
async function ownFilm(): Promise<string> {
  const path = join(freshFolder('film'), 'film.mp4');
  copyFileSync(await sampleFile(), path);
  return path;
}

/** Opens the film over the Steady link and runs until streaming plays. */
async function running(start: (args: string[]) => Promise<StartedApp>): Promise<{
  started: StartedApp;
  film: string;
}> {
  const film = await ownFilm();
  const started = await start([film]);
  await roomReady(started.window);
  await press(started.window, '1', 'Space');
  await expect(flag(started.window, 'Streaming')).toHaveText(/^Playing/);
  return { started, film };
}

/** The chunked lanes say where the flow broke; full buffer has the file in memory and goes on. */
async function chunkedLanesFail({ window }: StartedApp, sentence: RegExp): Promise<void> {
  await expect(lane(window, 'Streaming').getByRole('alert')).toContainText(sentence);
  await expect(lane(window, 'Buffering').getByRole('alert')).toContainText(sentence);
  await expect(lane(window, 'Full buffer').getByRole('alert')).toHaveCount(0);
  await expect(flag(window, 'Full buffer')).toHaveText(/^Playing/, { timeout: 30_000 });
}

test('the file is deleted in mid-run', async ({ start }) => {
  const { started, film } = await running(start);
  rmSync(film);
  await chunkedLanesFail(started, /deleted|moved/);
});

test('the file is truncated in mid-run', async ({ start }) => {
  const { started, film } = await running(start);
  truncateSync(film, 100_000);
  await chunkedLanesFail(started, /shorter/);
});

test('the file is replaced in mid-run', async ({ start }) => {
  const { started, film } = await running(start);
  const other = `${film}.other`;
  writeFileSync(other, Buffer.alloc(10_000_000));
  renameSync(other, film);
  await chunkedLanesFail(started, /replaced/);
});

test('a reader process is killed: its lane says so and the others go on', async ({ start }) => {
  const { started } = await running(start);
  const pids = await started.app.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter(({ type, name }) => type === 'Utility' && /lane|reader/i.test(name ?? ''))
      .map(({ pid, name }) => ({ pid, name: name ?? '' })),
  );
  const streaming = pids.find(({ name }) => name.includes('streaming'));
  expect(pids).toHaveLength(3);
  if (!streaming) throw new Error(`no streaming reader in ${JSON.stringify(pids)}`);
  process.kill(streaming.pid, 'SIGKILL');
  const alert = lane(started.window, 'Streaming').getByRole('alert');
  await expect(alert).toContainText(/process/);
  await expect(lane(started.window, 'Buffering').getByRole('alert')).toHaveCount(0);
  await expect(flag(started.window, 'Full buffer')).toHaveText(/^Playing/, { timeout: 30_000 });
});

test('bytes that no decoder can read break the player, in words', async ({ start }) => {
  const film = await ownFilm();
  const file = await open(film, 'r+');
  // Within the third fragment's samples: its boxes stay whole, so the file still looks playable.
  await file.write(Buffer.alloc(500_000, 0xff), 0, 500_000, 2_200_000);
  await file.close();
  const { window } = await start([film]);
  await roomReady(window);
  await press(window, '4', 'Space');
  await expect(lane(window, 'Streaming').getByRole('alert')).toContainText(/decode/);
});

test('quitting in mid-run leaves no process and no partial file', async ({ start }) => {
  const { started } = await running(start);
  const pids = await started.app.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid));
  await started.app.close();
  const alive = () =>
    pids.filter((pid) => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    });
  await expect.poll(alive).toEqual([]);
});
