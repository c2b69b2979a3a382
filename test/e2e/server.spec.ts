import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { once } from 'node:events';
import type { Page } from '@playwright/test';
import { expect, freshFolder, test } from './app';
import { seriousFindings } from './axe';
import { drop, press, roomReady } from './room';

import { enter, serverRuns, choose, toAdd, seats, queue, processes, answers } from './server-room';

const SAMPLE = ['--sample-seconds', '10'];
const STREAM = '/stream?file=media&chunk=1000000';

test('with one seat a slow client makes the next one wait, by keys alone', async ({ start }) => {
  const started = await start(SAMPLE);
  const { window } = started;
  await serverRuns(started);
  await choose(window, 'Seats', '1');
  await toAdd(window, { count: 1, kind: '20 kB/s', path: STREAM });
  await press(window, 'a');
  const first = seats(window).getByRole('article').filter({ hasText: 'client 1' });
  await expect(first).toContainText('/stream');
  await press(window, 'a');
  await expect(queue(window).getByRole('listitem')).toHaveText(/client 2/);
  await expect(window.getByText('The only seat is taken.').first()).toBeVisible();
  await expect(window.getByText(/Client 2 waits until someone leaves/).first()).toBeVisible();
  // The seat is held by TCP itself: the server has stopped sending.
  await expect(window.getByText('backpressure, waits for drain').first()).toBeVisible();

  await first.getByRole('button', { name: 'End the answer to client 1' }).click();
  await expect(seats(window).getByRole('article')).toContainText(['client 2']);
  await expect(queue(window).getByRole('listitem')).toHaveCount(0);
  await expect(window.getByText(/^takes seat 1 after/)).toBeVisible();

  await window.getByRole('tab', { name: 'Clients' }).click();
  await press(window, 'x');
  await expect(seats(window).getByText('free')).toBeVisible();
  await expect(window.getByText('0 connected')).toBeVisible();
});

test('every model is switched to while clients come and go', async ({ start }) => {
  const started = await start(SAMPLE);
  const { window } = started;
  await serverRuns(started);
  await toAdd(window, { count: 12, kind: '20 kB/s', path: STREAM });
  await choose(window, 'Model', 'debug');
  await expect(seats(window).getByRole('article')).toHaveCount(1);
  await press(window, 'a');
  await expect(queue(window).getByRole('listitem')).toHaveCount(11);
  await choose(window, 'Model', 'sync');
  await expect(queue(window).getByRole('listitem')).toHaveCount(8);
  await expect(seats(window).getByRole('article')).toHaveCount(4);
  await choose(window, 'Seats', '8');
  await expect(queue(window).getByRole('listitem')).toHaveCount(4);
  await choose(window, 'Model', 'async');
  const open = window.getByRole('list', { name: 'Open answers' });
  await expect(open.getByRole('listitem')).toHaveCount(12);
  await expect(window.getByText('12 answers are open at once.').first()).toBeVisible();
  await choose(window, 'Model', 'threads');
  await expect(seats(window)).toBeVisible();
});

test('what clients have read is seen, and the line that runs is marked', async ({ start }) => {
  const started = await start(SAMPLE);
  const { window } = started;
  await serverRuns(started);
  await window.getByRole('tab', { name: 'Watch' }).click();
  await window.getByRole('button', { name: 'Ask for /stream slowly' }).click();
  const text = window.getByRole('region', { name: /The last bytes that client 1 has read/ });
  await expect(text).toContainText('A buffer holds what has arrived');
  await expect(text).toContainText(/00\d{5}/);

  await toAdd(window, { count: 1, kind: 'then stall', path: STREAM });
  await press(window, 'a');
  await window.getByRole('button', { name: 'Show the code of /stream' }).press('Enter');
  const code = window.getByRole('region', { name: 'Python (Flask) code of /stream' });
  await expect(code.locator('[aria-current="step"]')).toContainText('yield chunk');
  await choose(window, 'Language', 'Node');
  const node = window.getByRole('region', { name: 'Node code of /stream' });
  await expect(node.locator('[aria-current="step"]')).toContainText("once(response, 'drain')");

  await window.getByRole('tab', { name: 'Clients' }).click();
  const stalled = window.getByRole('row').filter({ hasText: 'stalled' });
  await expect(stalled).toContainText(/4\.1 kB/);
});

/** What the lines of the log were asked for. */
const requestsOf = (window: Page): Promise<string[]> =>
  window.locator('.log-lines [data-column="request"]').allInnerTexts();

test('the log is saved as JSON, in the Common Log Format and as HAR, the address is copied', async ({
  start,
}) => {
  const started = await start(SAMPLE);
  const { app, window } = started;
  const origin = await serverRuns(started);
  await toAdd(window, { count: 3, kind: 'at once', path: '/table' });
  await press(window, 'a');
  await expect(window.getByText(/^done in/)).toHaveCount(3);
  let archive = '';
  for (const [item, name] of [
    ['Save as JSON', 'log.json'],
    ['Save in the Common Log Format', 'access.log'],
    ['Save as HTTP Archive (HAR)', 'requests.har'],
  ] as const) {
    const path = join(freshFolder('saved'), name);
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
    await window.getByRole('button', { name: 'File', exact: true }).click();
    await window.getByRole('menuitem', { name: item }).click();
    await expect.poll(() => existsSync(path)).toBe(true);
    await expect(window.getByText(`Saved to ${path}.`)).toBeVisible();
    const text = readFileSync(path, 'utf8');
    if (name === 'access.log') {
      expect(text.trimEnd().split('\n')).toHaveLength(3);
      expect(text).toMatch(/^127\.0\.0\.1 - - \[[^\]]+\] "GET \/table HTTP\/1\.1" 200 \d+$/m);
    } else if (name === 'requests.har') {
      const { log } = JSON.parse(text) as { log: { entries: { request: { url: string } }[] } };
      expect(log.entries.map(({ request }) => request.url)).toEqual(
        Array(3).fill(`${origin}/table`),
      );
      archive = path;
    } else {
      const { events } = JSON.parse(text) as { events: { kind: string }[] };
      expect(events.filter(({ kind }) => kind === 'done')).toHaveLength(3);
    }
  }

  // What was exported is read again beside a server that goes on, by button and by drop.
  const opened = window.getByText('requests.har, newest first');
  const field = window.locator('input[accept=".har"]');
  await field.setInputFiles(archive);
  await expect(opened).toBeVisible();
  await expect(window.getByText(/^done in/)).toHaveCount(3);
  await press(window, 'a');
  await expect.poll(() => requestsOf(window)).toEqual(Array(3).fill('GET /table'));
  const other = join(freshFolder('other'), 'other.har');
  writeFileSync(other, '{}');
  await field.setInputFiles(other);
  await expect(window.getByText('other.har is no request log of this room.')).toBeVisible();
  await expect(opened).toBeVisible();
  await window.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(window.getByText(/^done in/)).toHaveCount(6);
  await drop(window, archive);
  await expect(opened).toBeVisible();

  await window.getByRole('button', { name: /^Address/ }).click();
  await window.getByRole('menuitem', { name: 'Copy the address' }).click();
  await expect(window.getByText('Copied.')).toBeVisible();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(`${origin}/`);
});

test('only our own address is opened in the browser', async ({ start }) => {
  const started = await start(SAMPLE);
  const { app, window } = started;
  const origin = await serverRuns(started);
  const opened = await app.evaluateHandle(({ shell }) => {
    const urls: string[] = [];
    shell.openExternal = (url) => Promise.resolve(void urls.push(url));
    return urls;
  });
  await window.getByRole('button', { name: /^Address/ }).click();
  await window.getByRole('menuitem', { name: 'Open in the browser' }).click();
  await expect.poll(() => opened.jsonValue()).toEqual([`${origin}/`]);
});

test('the server goes on in other rooms, and nothing is left when it is stopped', async ({
  start,
}) => {
  const started = await start(SAMPLE);
  const { app, window } = started;
  const origin = await serverRuns(started);
  await toAdd(window, { count: 10, kind: '20 kB/s', path: STREAM });
  await press(window, 'a');
  await expect(queue(window).getByRole('listitem')).toHaveCount(6);
  expect(await processes(app)).toHaveLength(2);
  await press(window, 'Control+1');
  await expect(window.getByRole('button', { name: /Server.*running/s })).toBeVisible();
  await press(window, 'Control+2');
  await expect(queue(window).getByRole('listitem')).toHaveCount(6);
  expect(await answers(origin)).toBe(true);

  await press(window, 's');
  await expect(window.getByText('The server is stopped.').first()).toBeVisible();
  await expect.poll(() => processes(app)).toEqual([]);
  expect(await answers(origin)).toBe(false);

  await press(window, 's');
  await expect(window.getByRole('button', { name: /^Address http/ })).toBeVisible();
  await window.reload();
  await roomReady(window);
  await expect.poll(() => processes(app)).toEqual([]);
});

test('a taken port and a dead process are said, with a way on', async ({ start }) => {
  const started = await start(SAMPLE);
  const { app, window } = started;
  const taken = createServer();
  taken.on('error', () => undefined);
  taken.listen(8417, '127.0.0.1');
  await Promise.race([once(taken, 'listening'), once(taken, 'error')]);
  await roomReady(window);
  await enter(window);
  await press(window, 's');
  await expect(window.locator('.server-caption [role=status]').first()).toContainText('8417');
  await window.getByRole('button', { name: 'Start on another port' }).click();
  await expect(window.getByRole('button', { name: /^Address http/ })).toBeVisible();
  taken.close();

  const [server] = await processes(app);
  process.kill(server ?? 0, 'SIGKILL');
  await expect(window.getByText("The server's process ended by itself").first()).toBeVisible();
  await window.getByRole('button', { name: 'Start again' }).click();
  await expect(window.getByText('The server listens.').first()).toBeVisible();
});

test('axe finds nothing serious in either theme, whatever is shown', async ({ start }) => {
  const started = await start(SAMPLE);
  const { window } = started;
  await roomReady(window);
  await enter(window);
  expect(await seriousFindings(window)).toEqual([]);
  await press(window, 'Control+1');
  await serverRuns(started);
  await toAdd(window, { count: 5, kind: '20 kB/s', path: 'mix' });
  await press(window, 'a', 'a');
  await expect(queue(window).getByRole('listitem')).toHaveCount(6);
  for (let theme = 0; theme < 2; theme += 1) {
    for (const tab of ['Request log', 'Clients', 'Code', 'Watch']) {
      await window.getByRole('tab', { name: tab }).click();
      expect(await seriousFindings(window)).toEqual([]);
    }
    await press(window, 'd');
  }
  await choose(window, 'Model', 'async');
  await expect(window.getByRole('list', { name: 'Open answers' })).toBeVisible();
  expect(await seriousFindings(window)).toEqual([]);
});
