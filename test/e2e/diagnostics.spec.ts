import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, freshFolder, test } from './app';
import { seriousFindings } from './axe';
import { allFiles, chooseFile } from './files';
import { runHeadless } from './headless';
import { press, roomReady, showTheme, THEMES } from './room';

/** Seven dumps that earlier sessions have left, the oldest first; gives their folder. */
function oldDumps(userData: string): string {
  const folder = join(userData, 'crashes', 'completed');
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < 7; i += 1) {
    const path = join(folder, `old-${String(i)}.dmp`);
    writeFileSync(path, 'a dump');
    utimesSync(path, 1_700_000_000 + i, 1_700_000_000 + i);
  }
  return join(userData, 'crashes');
}

test('a crash is logged and dumped, and diagnostics are read, copied and saved by keyboard', async ({
  start,
}) => {
  const userData = freshFolder('diagnosed');
  const crashes = oldDumps(userData);
  writeFileSync(join(userData, 'preferences.json'), '{ "theme": "dar');
  const { app, window } = await start(['--sample-seconds', '10'], {
    BUFFERSCOPE_USER_DATA: userData,
  });
  await roomReady(window);
  // Settings that cannot be read are kept, and that is said.
  const kept = join(userData, 'preferences.json.damaged');
  await expect(window.getByRole('alert')).toContainText(`They are kept as ${kept}`);
  expect(readFileSync(kept, 'utf8')).toBe('{ "theme": "dar');
  await window.getByRole('button', { name: 'Close', exact: true }).click();
  // A reader crashes, as a fault in its code would have it.
  const pid = await app.evaluate(
    ({ app: own }) => own.getAppMetrics().find(({ name }) => name?.includes('reader'))?.pid ?? 0,
  );
  process.kill(pid, 'SIGSEGV');
  const log = join(userData, 'logs', 'bufferscope.log');
  await expect
    .poll(() => readFileSync(log, 'utf8'))
    .toMatch(/error \[Bufferscope reader [a-z-]+\] ended/);
  const dumps = () => allFiles(crashes).filter((path) => path.endsWith('.dmp'));
  await expect.poll(() => dumps().some((path) => statSync(path).size > 10_000)).toBe(true);
  await expect.poll(() => dumps().length).toBe(5);
  expect(dumps().filter((path) => path.includes('old-')).length).toBe(4);
  expect(dumps().some((path) => path.includes('old-2'))).toBe(false);

  const secret = join(freshFolder('named'), 'my-secret-name.bin');
  writeFileSync(secret, 'no media');
  await chooseFile({ app, window }, secret);
  await expect(window.getByText('my-secret-name.bin').first()).toBeVisible();

  await window.getByRole('button', { name: 'Help' }).click();
  await window.getByRole('button', { name: 'About Bufferscope' }).click();
  const panel = window.getByRole('region', { name: 'Diagnostics' });
  const copy = panel.getByRole('button', { name: 'Copy diagnostics' });
  await expect(copy).toBeEnabled({ timeout: 30_000 });
  await press(window, 'Control+c');
  await expect(panel.getByRole('status')).toHaveText('Copied.');
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(await panel.locator('pre').textContent()).toBe(copied);
  expect(copied).toMatch(/^right +H\.264 +Works: /m);
  expect(copied).toMatch(/last 7 days: [1-9]\d* errors/);
  expect(copied).toContain('error  Bufferscope reader');
  expect(copied).toContain('dumps of crashes: 5');
  expect(copied).not.toContain('my-secret-name');
  expect(copied).not.toContain(userData);

  for (const theme of THEMES) {
    await showTheme(window, theme);
    expect(await seriousFindings(window)).toEqual([]);
  }
  await panel.getByRole('checkbox', { name: /names of files/ }).focus();
  await press(window, 'Space');
  await expect(panel.locator('pre')).toContainText('my-secret-name.bin');
  await expect(panel.getByRole('alert')).toHaveCount(0);
  await panel.getByRole('checkbox', { name: /dumps of 5 crashes/ }).focus();
  await press(window, 'Space');
  await expect(panel.getByRole('alert')).toContainText('A dump holds memory');
  const chosen = freshFolder('saved');
  await app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
  }, chosen);
  await press(window, 'Control+c');
  await expect(panel.getByRole('status')).toContainText('Saved in');
  const [saved = ''] = readdirSync(chosen);
  const files = readdirSync(join(chosen, saved));
  expect(files.filter((name) => name.endsWith('.dmp'))).toHaveLength(5);
  expect(readFileSync(join(chosen, saved, 'diagnostics.txt'), 'utf8')).toContain('my-secret-name');

  await app.evaluate(({ shell }) => {
    shell.showItemInFolder = (path) => Object.assign(globalThis, { shownItem: path });
  });
  await press(window, 'l');
  await expect
    .poll(() => app.evaluate(() => (globalThis as { shownItem?: string }).shownItem))
    .toBe(log);
});

test('a fault of our own is told in a sentence with ways on, and ends a command instead of holding it up', async ({
  start,
}) => {
  const userData = freshFolder('faulty');
  const { app, window } = await start(['--sample-seconds', '10'], {
    BUFFERSCOPE_USER_DATA: userData,
  });
  await roomReady(window);
  const closed = app.waitForEvent('close');
  const asked = await app.evaluate(
    ({ dialog }) =>
      new Promise<Electron.MessageBoxOptions>((resolve) => {
        dialog.showMessageBox = (...given: unknown[]) => {
          resolve(given.at(-1) as Electron.MessageBoxOptions);
          return Promise.resolve({ response: 1, checkboxChecked: false });
        };
        setTimeout(() => {
          throw new Error('nobody saw this coming');
        });
      }),
  );
  expect(asked.message).toBe('Bufferscope failed at something that it did not foresee.');
  const log = join(userData, 'logs', 'bufferscope.log');
  expect(asked.detail).toContain(`What failed is in ${log}.`);
  expect(asked.buttons).toEqual(['Go on', 'Quit']);
  await closed;
  expect(readFileSync(log, 'utf8')).toContain('nobody saw this coming');

  const faulty = ['-r', join(import.meta.dirname, 'fault-in-main.cjs')];
  const { code, stderr } = await runHeadless(['--sample-seconds', '10'], faulty);
  expect(code).toBe(4);
  expect(stderr).toContain('Bufferscope failed at something that it did not foresee. What failed');
  expect(stderr).not.toContain('nobody saw this coming');
});
