import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { RunLog } from '../../model/run/schema';
import { linesOfRun } from '../../model/runs/run-lines';
import { madeRun } from '../model/runs/made-runs';
import { expect, freshFolder, type StartedApp } from './app';
import { press } from './room';

/** Starts the app with one kept run and opens it; the keyboard speaks to its page. */
export async function openedRun(
  start: (args: string[]) => Promise<StartedApp>,
  log: RunLog,
): Promise<StartedApp> {
  const folder = freshFolder('runs');
  const lines = linesOfRun(madeRun(log, { name: 'Opened' }));
  await writeFile(join(folder, 'opened.bufferrun'), gzipSync(lines));
  const started = await start(['--sample-seconds', '10', '--runs', folder]);
  const { window } = started;
  await expect(window.getByRole('button', { name: 'Runs' })).toBeVisible();
  await press(window, 'Control+5');
  await expect(window.locator('.run-row')).toHaveCount(1);
  await press(window, 'Home', 'Enter');
  await expect(momentOf(window)).toBeVisible();
  return started;
}

/** The playhead of the opened run. */
export const momentOf = (window: Page) => window.getByRole('slider', { name: 'Moment of the run' });
