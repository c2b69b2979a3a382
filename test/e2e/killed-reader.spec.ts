import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './app';
import { flag, lane, press, roomReady, type LaneName } from './room';

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

test('a reader is killed before the run starts: its lane says so and the others play', async ({
  start,
}) => {
  // Slow enough for the lane to be at work still.
  const { app, window } = await start(['--sample-seconds', '10', '--link', 'constant:1200kB/s']);
  const problem = (name: LaneName) => lane(window, name).getByRole('alert');

  await roomReady(window);
  await kill(app, 'reader streaming');
  await expect(problem('Streaming')).toContainText(/process/);
  await press(window, 'Space');
  await expect(flag(window, 'Buffering')).toHaveText(/^Playing/, { timeout: 30_000 });
  await expect(problem('Buffering')).toHaveCount(0);
});
