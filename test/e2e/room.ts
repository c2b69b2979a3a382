import type { Locator, Page } from '@playwright/test';
import { expect } from './app';

/** The three lanes by the names that people read. */
export const LANES = ['Full buffer', 'Buffering', 'Streaming'] as const;
export type LaneName = (typeof LANES)[number];

/** One lane of the Compare room. */
export function lane(window: Page, name: LaneName): Locator {
  return window.getByRole('article', { name });
}

/** The flag in a lane's player: Waiting, Playing, Stalled…, Paused, Ended, No picture. */
export function flag(window: Page, name: LaneName): Locator {
  return lane(window, name).locator('[data-part="flag"]');
}

/** Resolves once the room is ready: a source is open, its readers are up, nothing has moved. */
export async function roomReady(window: Page): Promise<void> {
  for (const name of LANES) {
    await expect(lane(window, name).getByText('Press Space')).toBeVisible({ timeout: 60_000 });
  }
}

/** Lets the keyboard speak to the page and not to a control. */
export async function press(window: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await window.keyboard.press(key);
}

/** Resolves once a frame that was asked for after everything so far has been drawn. */
export async function frameDrawn(window: Page): Promise<void> {
  await window.evaluate(() => new Promise(requestAnimationFrame));
}

/** Both themes, as they are gone through. */
export const THEMES = ['light', 'dark'] as const;

/** Shows the window in this theme, by its key. */
export async function showTheme(window: Page, theme: (typeof THEMES)[number]): Promise<void> {
  const scheme = window.locator('html');
  if ((await scheme.getAttribute('data-mantine-color-scheme')) !== theme) await press(window, 'd');
  await expect(scheme).toHaveAttribute('data-mantine-color-scheme', theme);
}

/** Every part of a picture: its words, and the attributes that place or colour it. */
export const partsOf = (picture: Locator): Promise<Record<string, string>[]> =>
  picture.locator('.lanes [data-part]').evaluateAll((parts) =>
    parts.map((part) => {
      const seen: Record<string, string> = {
        part: part.getAttribute('data-part') ?? '',
        // A part that holds others is told by them.
        text: part.children.length === 0 ? (part.textContent ?? '') : '',
      };
      for (const name of ['d', 'x', 'y', 'width', 'height', 'data-is', 'data-tone', 'data-shows']) {
        const value = part.getAttribute(name);
        if (value !== null) seen[name] = value;
      }
      return seen;
    }),
  );

/** Shows the Runs room by its key, once there is a page to press it on. */
export async function enterRuns(window: Page): Promise<void> {
  await expect(window.getByRole('button', { name: 'Runs' })).toBeVisible();
  await press(window, 'Control+5');
  await expect(window.getByRole('heading', { name: 'Runs', level: 1 })).toBeVisible();
}

/** Files of the disk dropped in the middle of a window, as a hand does it. */
export async function drop(window: Page, ...files: string[]): Promise<void> {
  const cdp = await window.context().newCDPSession(window);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
  }
  await cdp.detach();
}
