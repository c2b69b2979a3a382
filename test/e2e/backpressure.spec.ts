import { expect, test } from './app';
import { press } from './room';

const OFF = ['--backpressure-off', 'streaming', '--memory-cap', '150MB', '--speed', '4'];

test('a server that does not wait fills its memory up to its cap, beside one that waits', async ({
  start,
}) => {
  const { window } = await start(['run', '--link', 'constant:1.3MB/s', ...OFF]);
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
