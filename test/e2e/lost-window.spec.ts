import { readdirSync } from 'node:fs';
import type { ElectronApplication } from '@playwright/test';
import { expect, freshFolder, test } from './app';
import { flag, press, roomReady } from './room';

/** What a page says of itself, asked by main: a page that has been loaded again after a crash is none of Playwright's. */
const asked = (app: ElectronApplication, script: string): Promise<unknown> =>
  app.evaluate(
    ({ BrowserWindow }, code) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
    script,
  );
const keyed = (app: ElectronApplication, keyCode: string, modifiers: 'control'[]) =>
  app.evaluate(
    ({ BrowserWindow }, event) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      for (const type of ['keyDown', 'keyUp'] as const)
        contents?.sendInputEvent({ type, ...event });
    },
    { keyCode, modifiers },
  );

/** The window has loaded its page again: its rooms are there, and the run that broke off is in Runs. */
async function isBack(app: ElectronApplication, folder: string): Promise<void> {
  const kept = () => readdirSync(folder).filter((name) => /\.(bufferrun|going)$/.test(name));
  await expect.poll(kept, { timeout: 30_000 }).toEqual([expect.stringMatching(/\.bufferrun$/)]);
  const words = "document.querySelector('main')?.innerText ?? ''";
  await expect.poll(() => asked(app, words), { timeout: 60_000 }).toContain('Press Space');
  await keyed(app, '5', ['control']);
  const rows = "[...document.querySelectorAll('.run-row')].map((row) => row.innerText).join()";
  await expect.poll(() => asked(app, rows), { timeout: 30_000 }).toMatch(/broken off at \d+\.\d s/);
}

for (const { lost, harm } of [
  {
    lost: 'hangs',
    harm: async (app: ElectronApplication) => {
      await app.evaluate(({ BrowserWindow, dialog }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        void contents?.executeJavaScript('for (;;);').catch(() => undefined);
        dialog.showMessageBox = (...given: unknown[]) => {
          Object.assign(globalThis, { question: given.at(-1) });
          return Promise.resolve({ response: 1, checkboxChecked: false });
        };
        // Chromium says so itself once a key or a click has had no answer for half a minute.
        contents?.emit('unresponsive');
      });
      const question = await app.evaluate(
        () => (globalThis as { question?: { message: string; buttons: string[] } }).question,
      );
      expect(question).toMatchObject({
        message: 'The window does not answer.',
        buttons: ['Wait', 'Load again'],
      });
    },
  },
  {
    lost: 'crashes',
    harm: async (app: ElectronApplication) => {
      const pid = await app.evaluate(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
      );
      process.kill(pid, 'SIGKILL');
    },
  },
]) {
  test(`a window that ${lost} in mid-run is loaded again, and the run is in Runs`, async ({
    start,
  }) => {
    const folder = freshFolder('runs');
    const { app, window } = await start(['--sample-seconds', '10', '--runs', folder]);
    await roomReady(window);
    // Runs has been looked at before: what breaks off later is there all the same.
    await press(window, 'Control+5');
    await expect(window.getByRole('heading', { name: 'Runs', level: 1 })).toBeVisible();
    await press(window, 'Control+1', '1', 'Space');
    await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
    await harm(app);
    await isBack(app, folder);
  });
}
