import type { ElectronApplication } from '@playwright/test';
import { madeLog } from '../model/runs/made-runs';
import { expect, test } from './app';
import { seriousFindings } from './axe';
import { openedRun } from './opened-run';
import { press, roomReady, showTheme, THEMES } from './room';

const copied = (app: ElectronApplication): Promise<string> =>
  app.evaluate(({ clipboard }) => clipboard.readText());

const copy = (app: ElectronApplication, text: string): Promise<void> =>
  app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text);

test('settings are copied as one line, asked about when pasted, and taken by the command line', async ({
  start,
}) => {
  const { app, window } = await start(['--sample-seconds', '10', '--prefetch', '5MB']);
  await roomReady(window);
  await press(window, '1', 'Control+c');
  const line = 'bufferscope run --link constant:1.3MB/s --prefetch 5MB';
  await expect(window.getByRole('alert')).toContainText(`Copied: ${line}`);
  expect(await copied(app)).toBe(line);
  await window.getByRole('button', { name: 'Close' }).click();

  // What is the same already changes nothing.
  await press(window, 'Control+v');
  await expect(window.getByRole('alert')).toContainText('set already');
  await window.getByRole('button', { name: 'Close' }).click();

  await copy(app, 'bufferscope run --link "dropouts:2MB/s@1-2" --methods streaming --seed 9');
  await press(window, 'Control+v');
  const dialog = window.getByRole('dialog', { name: 'Take these settings?' });
  await expect(dialog).toContainText('constant:1.3MB/s → dropouts:2MB/s@1-2');
  await expect(dialog).toContainText('5MB → 10MB');
  for (const theme of THEMES) {
    await press(window, 'Escape');
    await expect(dialog).toHaveCount(0);
    await showTheme(window, theme);
    await press(window, 'Control+v');
    await expect(dialog).toBeVisible();
    expect(await seriousFindings(window)).toEqual([]);
  }
  await press(window, 'Enter');
  await expect(window.locator('.lane')).toHaveCount(1);
  await press(window, 'Control+c');
  await expect(window.getByRole('alert')).toContainText('--methods streaming --seed 9');
  await window.getByRole('button', { name: 'Close' }).click();

  // A hostile text is a sentence.
  await copy(app, `bufferscope run --link trace:/etc/passwd`);
  await press(window, 'Control+v');
  await expect(window.getByRole('alert')).toContainText('/etc/passwd');
  await window.getByRole('button', { name: 'Close' }).click();
  await copy(app, 'x'.repeat(1_000_000));
  await press(window, 'Control+v');
  await expect(window.getByRole('alert')).toContainText('too long for settings');
  await expect(window.locator('.lane')).toHaveCount(1);

  // The line opens a window that is set so.
  const { app: other, window: next } = await start([...line.split(' '), '--sample-seconds', '10']);
  await roomReady(next);
  await copy(other, '');
  await press(next, 'Control+c');
  await expect.poll(() => copied(other)).toBe(line);
});

test('the settings of a kept run are copied from its page', async ({ start }) => {
  const log = madeLog('dropouts:1.3MB/s@3-6', { prefetchBytes: 4e6, seed: 3 });
  const { app, window } = await openedRun(start, log);
  const line = 'bufferscope run --link "dropouts:1.3MB/s@3-6" --prefetch 4MB --seed 3';
  await window.getByRole('button', { name: 'Copy settings' }).click();
  await expect.poll(() => copied(app)).toBe(line);
  await copy(app, '');
  await press(window, 'Control+c');
  await expect.poll(() => copied(app)).toBe(line);
});
