import { expect, test } from './app';
import { otherBrowser } from './other-browser';
import { serverRuns, tab } from './server-room';

test('of a film whose index stands at its end a browser asks for the tail, and the log says so', async ({
  start,
}) => {
  const started = await start(['--sample-seconds', '10']);
  const { window } = started;
  const address = await serverRuns(started);
  await tab(window, 'Request log');
  const asked = async (): Promise<number[]> => {
    const lines = await window.locator('.log-line').allInnerTexts();
    return lines.flatMap((line) => {
      const from = /bytes=(\d+)-/.exec(line)?.[1];
      return from === undefined ? [] : [Number(from)];
    });
  };
  const browser = await otherBrowser();
  try {
    await (await browser.firstWindow()).goto(`${address}/watch?show=film`);
    // 1 MB each second, and the index behind all of it.
    await expect.poll(async () => Math.max(0, ...(await asked()))).toBeGreaterThan(9_000_000);
    expect(await asked()).toContain(0);
  } finally {
    await browser.close();
  }
});
