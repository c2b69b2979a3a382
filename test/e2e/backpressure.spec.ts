import { parseLinkSpec } from '../../model/link/spec/spec';
import { simulate } from '../../model/run/simulate';
import { expect, test } from './app';
import { readLog, runHeadless } from './headless';
import { press } from './room';

const OFF = ['--backpressure-off', 'streaming', '--memory-cap', '150MB'];

test('a server that does not wait fills its memory up to its cap, beside one that waits', async ({
  start,
}) => {
  const { window } = await start(['run', '--link', 'constant:1.3MB/s', '--speed', '4', ...OFF]);
  const off = window.getByRole('article', { name: 'Streaming, off' });
  const on = window.getByRole('article', { name: 'Streaming', exact: true });
  await expect(on.getByText('Press Space')).toBeVisible({ timeout: 60_000 });
  await expect(off.getByRole('switch')).not.toBeChecked();
  await expect(on.getByRole('switch')).toBeChecked();
  await expect(window.getByRole('article')).toHaveCount(2);
  await press(window, ' ');

  // Its process is measured, so the moment is the machine's; that it holds more and more is not.
  await expect(off.getByRole('alert')).toContainText('reached 150 MB and was stopped.', {
    timeout: 30_000,
  });
  await expect(off.getByRole('alert')).toContainText('The other lane goes on.');
  await expect(window.locator('.caption')).toContainText('has stopped at its cap');
  await expect(on.locator('[data-part="flag"]')).toContainText('Playing');
  const row = window.locator('.switch-table [data-row="over"] td');
  await expect(row.first()).toHaveText(/^\+(3|4|5|6|7|8)\d MB$/);
  await expect(row.last()).toHaveText(/^(\+\d|0) MB$/);

  // One way on: the same with backpressure, which is then all methods again.
  await off.getByRole('button', { name: 'Run again with backpressure on' }).click();
  await expect(window.getByRole('article')).toHaveCount(3);
  await expect(window.getByRole('article', { name: 'Streaming, off' })).toHaveCount(0);
});

test('the model foresees what a server that does not wait holds, and when it comes to its cap', async () => {
  const outcome = await runHeadless(['--link', 'constant:1.3MB/s', '--until', '8s', ...OFF]);
  const log = readLog(outcome);
  const measured = log.lanes.find(({ method }) => method === 'streaming-off');
  if (!measured) throw new Error('no lane without backpressure');
  const { baselineRssBytes: restBytes, capBytes } = measured.memory;
  expect(measured.error?.code).toBe('memory-cap');
  const modelled = simulate({
    settings: { ...log.settings, memoryCapBytes: capBytes ?? NaN },
    ...{ link: parseLinkSpec(log.link.spec), media: log.media, seed: log.link.seed },
    ...{ restBytes, sampleEveryMs: 50 },
  }).find(({ method }) => method === 'streaming-off');
  const stoppedOf = (lane: typeof modelled): number =>
    lane?.events.find(({ kind }) => kind === 'error')?.tMs ?? NaN;
  const stoppedMs = stoppedOf(measured);
  // Until then, sample by sample: within what is read in half a second.
  const held = measured.samples.filter(({ tMs }) => tMs < stoppedMs);
  expect(held.length).toBeGreaterThan(5);
  for (const { tMs, heldBytes } of held) {
    const foreseen = modelled?.samples.findLast((sample) => sample.tMs <= tMs)?.heldBytes ?? NaN;
    expect(Math.abs((heldBytes ?? NaN) - foreseen), `at ${String(tMs)} ms`).toBeLessThan(6e6);
  }
  // A process takes somewhat more than it holds, so that it comes to its cap sooner than the model's.
  expect(stoppedMs).toBeLessThan(stoppedOf(modelled) * 1.1);
  expect(stoppedMs).toBeGreaterThan(stoppedOf(modelled) * 0.5);
});
