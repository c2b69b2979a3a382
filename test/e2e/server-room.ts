import { connect } from 'node:net';
import { once } from 'node:events';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { expect, type StartedApp } from './app';
import { press, roomReady } from './room';

/** Enters the room; its keys are heard once it is there. */
export async function enter(window: Page): Promise<void> {
  await press(window, 'Control+2');
  await expect(window.getByText(/^The server (is stopped|listens)/).first()).toBeVisible();
}

/** Enters the room and starts the server, on another port where the usual one is taken. */
export async function serverRuns({ window }: StartedApp, ready = roomReady): Promise<string> {
  await ready(window);
  await enter(window);
  await press(window, 's');
  const address = window.getByRole('button', { name: /^Address http/ });
  const other = window.getByRole('button', { name: 'Start on another port' });
  await expect(address.or(other)).toBeVisible();
  if (await other.isVisible()) await other.click();
  await expect(address).toBeVisible();
  return (await address.textContent()) ?? '';
}

/** Chooses one of a few, as the person clicks it. */
export async function choose(window: Page, group: string, word: string): Promise<void> {
  await window.getByRole('radiogroup', { name: group }).getByText(word, { exact: true }).click();
}

/** Chooses by keys alone which clients A adds. */
export async function toAdd(window: Page, what: { count: number; kind: string; path: string }) {
  await window.getByRole('button', { name: 'Choose which clients to add' }).press('Enter');
  const sheet = window.getByRole('dialog', { name: 'Clients to add' });
  await sheet.getByLabel(/How many/).fill(String(what.count));
  await sheet.getByRole('radiogroup').getByText(what.kind, { exact: true }).click();
  await sheet.getByLabel('They ask for').selectOption(what.path);
  await press(window, 'Escape');
  await expect(sheet).toHaveCount(0);
}

export const seats = (window: Page): Locator => window.getByRole('region', { name: 'Seats' });
export const queue = (window: Page): Locator => window.getByRole('region', { name: 'Queue' });

/** The processes of this room that the app has. */
export const processes = (app: ElectronApplication) =>
  app.evaluate(({ app: electron }) =>
    electron
      .getAppMetrics()
      .filter(({ name }) => /Bufferscope (server|clients)/.test(name ?? ''))
      .map(({ pid }) => pid),
  );

/** True when somebody listens at an address. */
export async function answers(origin: string): Promise<boolean> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Opens one of the tabs of the dock. */
export const tab = (window: Page, name: string) => window.getByRole('tab', { name }).click();
