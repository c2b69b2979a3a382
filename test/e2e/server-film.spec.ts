import { expect, test } from './app';
import { serverRuns, tab } from './server-room';

test('of a film whose index stands at its end a browser asks for the tail, and the log says so', async ({
  start,
}) => {
  const started = await start(['--sample-seconds', '10']);
  const { app, window } = started;
  const address = await serverRuns(started);
  await tab(window, 'Request log');
  // Another browser of this computer: a window of its own, with nothing of the app's in it.
  await app.evaluate(({ BrowserWindow }, url) => {
    const other = new BrowserWindow({ show: false });
    // A film on a page that nobody sees is not even begun.
    other.showInactive();
    void other.loadURL(url);
  }, `${address}/watch?show=film`);
  const asked = async (): Promise<number[]> => {
    const lines = await window.locator('.log-line').allInnerTexts();
    return lines.flatMap((line) => {
      const from = /bytes=(\d+)-/.exec(line)?.[1];
      return from === undefined ? [] : [Number(from)];
    });
  };
  // 1 MB each second, and the index behind all of it.
  await expect
    .poll(async () => Math.max(0, ...(await asked())), { timeout: 30_000 })
    .toBeGreaterThan(9_000_000);
  expect(await asked()).toContain(0);
});
