import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { HELP_PAGES } from '../../renderer/window/rooms';
import { expect, freshFolder, test, type StartedApp } from './app';
import { press } from './room';
import {
  cutOff,
  enterRoom,
  leftInEnglish,
  misplaced,
  ROOMS_BY_KEY,
  saidOn,
  tooSmall,
  wordsIn,
} from './shown-words';

test('Korean is chosen, and all that is shown and told is Korean at once, menus included', async ({
  start,
}) => {
  const userData = freshFolder('user-data');
  const ko = wordsIn('ko');
  const { app, window } = await start(['--sample-seconds', '10'], {
    BUFFERSCOPE_USER_DATA: userData,
  });
  await expect(window.getByText('Press Space').first()).toBeVisible({ timeout: 60_000 });
  await window.getByRole('button', { name: 'Language' }).click();
  await window.getByText('한국어').click();
  await expect(window.locator('html')).toHaveAttribute('lang', 'ko');
  await press(window, 'Escape');
  for (const [key, ready] of ROOMS_BY_KEY) {
    await enterRoom(window, key, ready);
    await expect.poll(async () => leftInEnglish(await saidOn(window), 'ko')).toEqual([]);
  }
  const labels = await app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.map(({ label }) => label),
  );
  expect(labels).toContain(ko.say('main.menu.view'));
  const kept = JSON.parse(await readFile(join(userData, 'preferences.json'), 'utf8')) as object;
  expect(kept).toMatchObject({ language: 'ko' });
});

test('Chinese from the start: each room, a run, its settings, keys and link editor', async ({
  start,
}) => {
  const zh = wordsIn('zh');
  const { window } = await start(['--sample-seconds', '10', '--language', 'zh']);
  const english = async () => leftInEnglish(await saidOn(window), 'zh');
  await expect(window.getByText(zh.say('lanes.player.space')).first()).toBeVisible({
    timeout: 60_000,
  });
  await expect(window.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await press(window, '1', 'Space');
  await expect(window.getByText(zh.say('lanes.state.playing')).first()).toBeVisible();
  await expect.poll(english).toEqual([]);
  for (const key of ['s', '?', 'l', 'e']) {
    await press(window, key);
    await expect.poll(english).toEqual([]);
    await press(window, 'Escape');
  }
  for (const [key, ready] of ROOMS_BY_KEY) {
    await enterRoom(window, key, ready);
    await expect.poll(english).toEqual([]);
  }
});

const PSEUDO = wordsIn('en-XA');

/** The app at 1280 x 800 in words that are longer than English. */
async function startedInLongWords(start: (words: string[]) => Promise<StartedApp>): Promise<Page> {
  const { app, window } = await start(['--sample-seconds', '10', '--language', 'en-XA']);
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800),
  );
  await expect(window.getByText(PSEUDO.say('lanes.player.space')).first()).toBeVisible({
    timeout: 60_000,
  });
  return window;
}

/** Nothing that is shown is cut off or out of its place, and nothing to click is too small. */
async function fits(window: Page, where: string): Promise<void> {
  await expect.poll(async () => ({ where, cut: await cutOff(window) })).toEqual({ where, cut: [] });
  await expect
    .poll(async () => ({ where, misplaced: await misplaced(window) }))
    .toEqual({ where, misplaced: [] });
  expect.soft({ where, small: await tooSmall(window) }).toEqual({ where, small: [] });
}

test('longer words than English are cut off in no room at 1280 x 800, and every word is from the catalogues', async ({
  start,
}) => {
  const window = await startedInLongWords(start);
  for (const [key, ready] of ROOMS_BY_KEY) {
    await enterRoom(window, key, ready);
    await expect.poll(async () => leftInEnglish(await saidOn(window), 'en-XA')).toEqual([]);
    await fits(window, key);
  }
  // Check this computer and About, which are reached from the help.
  for (const page of HELP_PAGES) {
    await window.getByRole('button', { name: PSEUDO.say('shell.help') }).click();
    const word = PSEUDO.say(`rooms.${page}`);
    await window.getByRole('button', { name: word, exact: true }).click();
    await expect(window.locator(`main .${page}, main.${page}, .${page}`).first()).toBeVisible();
    await fits(window, page);
  }
});

test('longer words are cut off nowhere in a Server room that runs', async ({ start }) => {
  const window = await startedInLongWords(start);
  // Its seats, then a box between, with each of the tabs.
  await enterRoom(window, '2', '.server-room, main');
  await press(window, 's');
  await expect(window.locator('.board-tools')).toBeVisible();
  await expect(window.locator('.server-bar .split .btn').first()).toBeEnabled();
  await press(window, 'a');
  await expect(window.locator('.seat[data-client], .log-line').first()).toBeVisible();
  await fits(window, 'seats');
  await window.locator('.board-tools input[value="gather"]').focus();
  await press(window, ' ');
  await expect(window.locator('.box-board')).toBeVisible();
  await press(window, 'a');
  await expect(window.locator('.box-row').first()).toBeVisible();
  const tabs = window.getByRole('tab');
  for (let tab = 0; tab < (await tabs.count()); tab++) {
    await tabs.nth(tab).click();
    await fits(window, `box, tab ${tab + 1}`);
  }
  await press(window, 's');
  await expect(window.locator('.board-tools')).toHaveCount(0);
});

test('longer words are cut off in no step of two lessons of lanes and of one of clients', async ({
  start,
}) => {
  const window = await startedInLongWords(start);
  for (const lesson of [0, 3, 8]) {
    await enterRoom(window, '4', '.lesson-path');
    await window.locator('.lesson-open').nth(lesson).click();
    const steps = window.locator('.lesson-steps li');
    for (let step = 0; step < (await steps.count()); step++) {
      await steps.nth(step).locator('button').click();
      await fits(window, `lesson ${lesson + 1}, step ${step + 1}`);
    }
    await press(window, 'Escape');
  }
});
