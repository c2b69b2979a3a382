import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app';
import { seriousFindings } from './axe';
import { allowInDialog } from './fake-camera';
import { flag, lane, LANES, press, roomReady, showTheme, THEMES, type LaneName } from './room';

const SAMPLE = ['--sample-seconds', '10'];
const FAKE_CAMERA = '--use-fake-device-for-media-stream';

const light = (window: Page, name: string): Locator =>
  window.locator('.camera-light', { hasText: `Camera on: ${name}` });
const noLight = async (window: Page): Promise<void> =>
  expect(window.locator('.camera-light')).toHaveCount(0);
const dialog = (window: Page): Locator => window.getByRole('dialog');
const delay = (window: Page, name: LaneName): Locator =>
  lane(window, name).locator('dd[data-part="live"]');
const delayS = async (window: Page, name: LaneName): Promise<number> =>
  parseFloat((await delay(window, name).textContent()) ?? '');
const choice = (window: Page, name: LaneName): Locator =>
  lane(window, name).getByRole('group', { name: `${name} is behind live` });

/** Opens the picker with its key; it has the focus once it is loaded. */
async function openPicker(window: Page): Promise<void> {
  await press(window, 'v');
  await expect(window.getByRole('radio', { name: 'Test picture' })).toBeFocused();
}

/** Opens the picker and makes the test picture the source, all with the keyboard. */
async function useTestPicture(window: Page, recordS: number, reserveS: number): Promise<void> {
  await openPicker(window);
  // Past what is said of cameras.
  await press(window, 'Tab', 'Tab', 'ControlOrMeta+a');
  await window.keyboard.type(String(recordS));
  await press(window, 'Tab', 'ControlOrMeta+a');
  await window.keyboard.type(String(reserveS));
  await press(window, 'Enter');
  await expect(dialog(window)).toHaveCount(0);
  await roomReady(window);
}

test('the test picture by keyboard alone: three lanes play it, the light is on as long as it is', async ({
  start,
}) => {
  const { window } = await start(SAMPLE);
  await roomReady(window);
  await noLight(window);
  await useTestPicture(window, 2, 1);
  await expect(light(window, 'Test picture')).toBeVisible();
  await expect(lane(window, 'Full buffer')).toContainText('Record 2 s, send all of it, then play.');
  await press(window, '4', 'Space');
  for (const name of LANES) await expect(flag(window, name)).toHaveText(/^Playing/);
  for (const name of LANES) await expect(delay(window, name)).toHaveText(/^\d+\.\d s$/);
  await expect.poll(() => delayS(window, 'Streaming')).toBeLessThan(1);
  expect(await delayS(window, 'Buffering')).toBeGreaterThan(await delayS(window, 'Streaming'));
  await expect(
    window.getByRole('img', { name: /^Live delay, s, at .*Streaming \d/ }),
  ).toBeVisible();
  await press(window, 'p');
  await expect(light(window, 'Test picture')).toBeVisible();
  await press(window, 'Escape', 'Control+2');
  await noLight(window);
  await press(window, 'Control+3');
  await expect(window.getByText('What if needs a file.')).toBeVisible();
  await press(window, 'Control+1');
  await expect(light(window, 'Test picture')).toBeVisible();
  await window.getByRole('button', { name: 'Open' }).click();
  await window.getByRole('menuitem', { name: 'Use the sample' }).click();
  await expect(lane(window, 'Streaming')).toContainText('of 10 read');
  await noLight(window);
});

test('our own question before the first camera: no is kept, yes lists cameras by name', async ({
  start,
}) => {
  const { app, window } = await start(SAMPLE, {}, [FAKE_CAMERA]);
  await roomReady(window);
  await allowInDialog(app);
  const kept = () =>
    window.evaluate(async () => (await self.bufferscope.request('preferences:get')).camera);
  await openPicker(window);
  await press(window, 'Tab', 'Enter');
  await expect(dialog(window)).toContainText('The picture never leaves this computer.');
  await press(window, 'Enter');
  await expect(dialog(window)).toContainText('You chose not to let this app use a camera.');
  expect(await kept()).toBe('denied');
  const again = window.getByRole('button', { name: 'Ask me again' });
  await expect(again).toBeFocused();
  await press(window, 'Enter', 'Tab', 'Enter');
  const camera = window.getByRole('radio', { name: 'fake_device_0' });
  await expect(camera).toBeVisible();
  expect(await kept()).toBe('allowed');
  await camera.check();
  await window.getByRole('button', { name: 'Use', exact: true }).click();
  await roomReady(window);
  await expect(light(window, 'fake_device_0')).toBeVisible();
  await press(window, '4', 'Space');
  await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
  await window.evaluate(() => self.bufferscope.request('camera:consent', { wanted: false }));
  await press(window, 'r');
  // What is read aloud says the same beside it.
  await expect(window.locator('.caption b')).toHaveText('fake_device_0 is not on.');
  const refusal = window.getByRole('alert').filter({ hasText: 'not allowed to use fake_device_0' });
  await expect(refusal).toBeVisible();
  await noLight(window);
  await refusal.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog(window)).toContainText('May this app use your camera and microphone?');
  await press(window, 'Escape');
  await refusal.getByRole('button', { name: 'Use the test picture' }).click();
  await roomReady(window);
  await expect(refusal).toHaveCount(0);
  await expect(light(window, 'Test picture')).toBeVisible();
});

test('no camera at all: a sentence, another look, and the test picture', async ({ start }) => {
  const { app, window } = await start(SAMPLE, {}, [`${FAKE_CAMERA}=device-count=0`]);
  await allowInDialog(app);
  await roomReady(window);
  await openPicker(window);
  await press(window, 'Tab', 'Enter', 'Tab', 'Enter');
  await expect(dialog(window)).toContainText('No camera was found.');
  await window.getByRole('button', { name: 'Look again' }).click();
  await expect(dialog(window)).toContainText('No camera was found.');
  await window.getByRole('button', { name: 'Use', exact: true }).click();
  await expect(light(window, 'Test picture')).toBeVisible();
});

test('a length out of its range is said, and nothing is used', async ({ start }) => {
  const { window } = await start(SAMPLE);
  await roomReady(window);
  await openPicker(window);
  const recording = window.getByRole('textbox', { name: 'Recording of full buffer, seconds' });
  await recording.fill('200');
  await press(window, 'Enter');
  await expect(dialog(window)).toContainText('A recording of 200 s is outside 1 to 120 s.');
  await noLight(window);
  await press(window, 'Escape');
  await expect(dialog(window)).toHaveCount(0);
});

test('after a cut: one lane skips to live, another stays behind and keeps everything', async ({
  start,
}) => {
  const { window } = await start(SAMPLE);
  await roomReady(window);
  await useTestPicture(window, 1, 1);
  const hear = window.getByRole('button', { name: 'Hear Buffering' });
  if ((await hear.getAttribute('aria-pressed')) !== 'true') await hear.click();
  await press(window, '4', 'Space');
  for (const name of LANES) await expect(flag(window, name)).toHaveText(/^Playing/);
  await press(window, 'Shift+C');
  await expect(window.getByText(/Link cut by hand \d/)).toBeVisible();
  await expect(flag(window, 'Buffering')).toHaveText(/^Stalled [4-9]/, { timeout: 30_000 });
  await press(window, 'Shift+C');
  await expect(choice(window, 'Buffering')).toContainText(/\d\.\d s behind live/);
  await choice(window, 'Streaming').getByRole('button', { name: 'Skip to live' }).click();
  await expect(choice(window, 'Streaming')).toHaveCount(0);
  await expect.poll(() => delayS(window, 'Streaming')).toBeLessThan(1.5);
  await press(window, 'k');
  await expect(choice(window, 'Buffering').getByRole('button')).toHaveCount(0);
  await expect(choice(window, 'Buffering')).toContainText('behind live');
  expect(await delayS(window, 'Buffering')).toBeGreaterThan(3);
  // What has come of the sound while it stood keeps nothing from being let go.
  await press(window, 'Control+2');
  await noLight(window);
});

test('both themes, with the dialog, the question and a run: axe finds nothing serious', async ({
  start,
}) => {
  const { window } = await start(SAMPLE);
  await roomReady(window);
  for (const theme of THEMES) {
    await showTheme(window, theme);
    await openPicker(window);
    await expect(dialog(window)).toContainText('Use a real camera…');
    expect(await seriousFindings(window)).toEqual([]);
    await press(window, 'Tab', 'Enter');
    await expect(dialog(window)).toContainText('Not now');
    expect(await seriousFindings(window)).toEqual([]);
    await press(window, 'Escape');
    await expect(dialog(window)).toHaveCount(0);
    await useTestPicture(window, 5, 1);
    await press(window, '4', 'Space');
    for (const name of LANES) await expect(flag(window, name)).toHaveText(/^Playing/);
    expect(await seriousFindings(window)).toEqual([]);
  }
  await press(window, 'Shift+C');
  await expect(window.getByText(/Link cut by hand \d/)).toBeVisible();
  await expect(flag(window, 'Streaming')).toHaveText(/^Stalled [4-9]/, { timeout: 30_000 });
  await press(window, 'Shift+C');
  await expect(choice(window, 'Streaming').getByRole('button')).toHaveCount(2);
  expect(await seriousFindings(window)).toEqual([]);
  await press(window, 's');
  await expect(dialog(window)).toContainText('A camera cannot be run faster or slower');
  expect(await seriousFindings(window)).toEqual([]);
});
