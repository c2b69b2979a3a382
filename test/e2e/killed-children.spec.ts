import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './app';
import { flag, lane, press, roomReady, type LaneName } from './room';
import { choose, serverRuns, toAdd } from './server-room';

/** Ends a process of the app as the system's out-of-memory killer does, by the name that it has there. */
async function kill(app: ElectronApplication, name: string): Promise<void> {
  const pid = await app.evaluate(
    ({ app: own }, wanted) =>
      own.getAppMetrics().find((each) => each.name === `Bufferscope ${wanted}`)?.pid ?? 0,
    name,
  );
  expect([name, pid > 0]).toEqual([name, true]);
  process.kill(pid, 'SIGKILL');
}

test('each process is killed at each stage: what it did is said, all else goes on', async ({
  start,
}) => {
  const started = await start(['--sample-seconds', '10']);
  const { app, window } = started;
  const problem = (name: LaneName) => lane(window, name).getByRole('alert');

  // A reader before anything moves: its lane alone is lost to the run.
  await roomReady(window);
  await kill(app, 'reader streaming');
  await expect(problem('Streaming')).toContainText(/process/);
  await press(window, '1', 'Space');
  await expect(flag(window, 'Full buffer')).toHaveText(/^Playing/, { timeout: 60_000 });
  await expect(flag(window, 'Buffering')).toHaveText(/^Playing/);
  await expect(problem('Buffering')).toHaveCount(0);

  // While the run stands still; the next one has readers of its own.
  await press(window, 'Space');
  await expect(flag(window, 'Buffering')).toHaveText('Paused');
  await kill(app, 'reader buffering');
  await expect(problem('Buffering')).toContainText(/process/);
  await press(window, 'r');
  for (const name of ['Full buffer', 'Buffering', 'Streaming'] as const) {
    await expect(flag(window, name)).toHaveText(/^Playing/, { timeout: 60_000 });
    await expect(problem(name)).toHaveCount(0);
  }

  // The window comes to a screen of another scaling.
  const cdp = await window.context().newCDPSession(window);
  const metrics = { width: 0, height: 0, mobile: false };
  await cdp.send('Emulation.setDeviceMetricsOverride', { ...metrics, deviceScaleFactor: 2 });
  await expect.poll(() => window.evaluate(() => devicePixelRatio)).toBe(2);
  for (const name of ['Full buffer', 'Buffering', 'Streaming'] as const) {
    await expect(lane(window, name)).toBeInViewport({ ratio: 1 });
    await expect(flag(window, name)).toHaveText(/^(Playing|Ended)/);
  }
  await cdp.send('Emulation.clearDeviceMetricsOverride');
  await cdp.detach();
  // When all has been played, nobody misses it.
  await expect(flag(window, 'Streaming')).toHaveText(/^Ended/, { timeout: 60_000 });
  await expect(flag(window, 'Full buffer')).toHaveText(/^Ended/, { timeout: 60_000 });

  // What draws the window: it is drawn again by the next of its kind.
  const gpu = await app.evaluate(
    ({ app: own }) => own.getAppMetrics().find(({ type }) => type === 'GPU')?.pid ?? 0,
  );
  if (gpu > 0) process.kill(gpu, 'SIGKILL');

  // The Server room: clients, the box between and the server, each while answers are open.
  await serverRuns(started, () => Promise.resolve());
  await toAdd(window, { count: 3, kind: '20 kB/s', path: 'mix' });
  await press(window, 'a');
  await expect(window.getByRole('region', { name: 'Seats' })).toContainText(/\d/);
  await kill(app, 'clients');
  await expect(window.getByText("The clients' process ended by itself")).toBeVisible();
  await press(window, 'a');
  await expect(window.getByText("The clients' process ended by itself")).toHaveCount(0);
  await kill(app, 'box');
  await expect(window.getByText('The process of the box between ended by itself')).toBeVisible();
  await choose(window, 'Model', 'async');
  await kill(app, 'server');
  await expect(window.getByText("The server's process ended by itself")).toBeVisible();
  await window.getByRole('button', { name: 'Start again' }).click();
  await expect(window.getByText('The server listens.')).toBeVisible();
});
