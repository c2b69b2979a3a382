import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ServerEvent } from '../../electron/ipc/server-port';
import type { Mark } from '../../model/run/marks';
import { expect, freshFolder, test, type StartedApp } from './app';
import { press, roomReady } from './room';

const SCENARIOS = resolve(import.meta.dirname, '../../assets/scenarios');

/** A log as the room saves it. */
interface SavedLog {
  events: ServerEvent[];
  marks: Mark[];
}

/** Tells a scenario of the Server room to its end, by the keyboard, and saves the server's log. */
async function told({ app, window }: StartedApp, file: string): Promise<SavedLog> {
  const path = join(freshFolder('server-log'), 'log.json');
  await app.evaluate(
    ({ dialog, BrowserWindow }, [chosen = '', scenario = '']) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [scenario] });
      BrowserWindow.getAllWindows()[0]?.webContents.send('menu:command', 'open-scenario');
    },
    [path, join(SCENARIOS, file)],
  );
  const bar = window.getByRole('region', { name: 'Scenario' });
  await expect(bar.getByRole('button', { name: /^Run Space/ })).toBeVisible();
  await expect(bar).toContainText('Space runs the');
  // A clicker is heard whatever has the focus.
  await press(window, 'PageDown');
  await expect(bar).toContainText('The scenario is over.', { timeout: 120_000 });
  await expect(bar).not.toContainText('did not come');
  await window.getByRole('button', { name: 'File', exact: true }).click();
  await window.getByRole('menuitem', { name: 'Save as JSON' }).click();
  await expect(window.getByText(`Saved to ${path}.`)).toBeVisible();
  return JSON.parse(readFileSync(path, 'utf8')) as SavedLog;
}

const of = ({ events }: SavedLog, kind: ServerEvent['kind']) =>
  events.filter((event) => event.kind === kind);

test('the scenarios of the Server room are told to their ends, and its log says what they claim', async ({
  start,
}) => {
  test.setTimeout(480_000);
  const started = await start(['--sample-seconds', '10']);
  await roomReady(started.window);

  const one = await told(started, 'one-worker.yaml');
  const [queued] = of(one, 'queued');
  const waited = one.events.filter(
    ({ client, kind }) => client === queued?.client && kind !== 'queued',
  );
  // The second is served when the first has left, 4 s later, or has left itself by then.
  for (const { waitedMs } of waited) expect(waitedMs).toBeGreaterThan(3500);
  expect(of(one, 'left').length + of(one, 'done').length).toBe(2);
  expect(one.marks.filter(({ kind }) => kind === 'chapter').map(({ chapter }) => chapter)).toEqual([
    'One seat',
    'The second waits',
  ]);
  const said = one.marks.find(({ text }) => text['en']?.startsWith('The seat is taken'));
  expect(said?.tMs).toBeCloseTo(queued?.tMs ?? NaN, 3);

  const http = await told(started, 'over-http.yaml');
  const sizes = of(http, 'done').map(({ sentBytes }) => sentBytes);
  expect(sizes).toHaveLength(2);
  expect(sizes[0]).toBe(sizes[1]);

  const feed = await told(started, 'feed.yaml');
  const [left] = of(feed, 'left');
  expect(left?.tookMs).toBeGreaterThan(4500);
  expect(left?.sentBytes).toBeGreaterThan(10_000);
});
