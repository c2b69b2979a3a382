import { join } from 'node:path';
import { _electron as electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Machine } from './machine';

/** The real app's window, with the sample ready to run in three lanes. */
export interface ReadyWindow {
  app: ElectronApplication;
  page: Page;
}

/** Making the sample takes a while on its first use, ms. */
const READY_WITHIN_MS = 180_000;

/** Opens the real app's window with these words of a user's, waits until it is ready to run, and closes it behind `use`. */
export async function inReadyWindow<T>(
  machine: Machine,
  use: (window: ReadyWindow) => Promise<T>,
  words: readonly string[] = [],
): Promise<T> {
  return inWindow(machine, machine.tools.root, words, use);
}

/** The same for any app in a folder whose window comes to show three videos. */
export async function inWindow<T>(
  machine: Machine,
  folder: string,
  words: readonly string[],
  use: (window: ReadyWindow) => Promise<T>,
): Promise<T> {
  const app = await electron.launch({
    executablePath: machine.tools.executable,
    args: [
      '-r',
      join(machine.tools.root, 'test/hold-ready.cjs'),
      ...machine.commandLine(folder, words),
    ],
    env: machine.environment(),
    cwd: machine.tools.root,
  });
  try {
    const page = await app.firstWindow();
    await page.waitForFunction(
      (players) => document.querySelectorAll(players).length === 3,
      'video, .picture canvas',
      { timeout: READY_WITHIN_MS },
    );
    return await use({ app, page });
  } finally {
    await app.close();
  }
}

/** Resolves once all players of a window have moved on since it was asked. */
export async function allPlaying({ page }: ReadyWindow): Promise<void> {
  const before = await page.evaluate(() =>
    [...document.querySelectorAll('video')].map((video) => video.currentTime),
  );
  await page.waitForFunction(
    (times) =>
      [...document.querySelectorAll('video')].every(
        (video, i) => video.currentTime > (times[i] ?? 0),
      ),
    before,
    { timeout: 30_000 },
  );
}
