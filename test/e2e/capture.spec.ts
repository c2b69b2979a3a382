import { readdirSync, readlinkSync } from 'node:fs';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { expect, test } from './app';
import { allowedBefore, CELLS, FAKE_CAMERA, fileCamera, FRAMES } from './fake-camera';
import { flag, LANES, press, roomReady } from './room';

const FAKE_NAME = 'fake_device_0';
const media = (name: string): string[] => ['--media', `camera:${name}`];
const light = (window: Page): Locator => window.locator('.camera-light');
const refusal = (window: Page): Locator => window.getByRole('alert');

const processes = (app: ElectronApplication): Promise<{ pid: number; what: string }[]> =>
  app.evaluate(({ app: electron }) =>
    electron
      .getAppMetrics()
      .map(({ pid, type, serviceName, name }) => ({ pid, what: serviceName ?? name ?? type })),
  );

/** What a link points to; empty for one that has gone in the meantime. */
function targetOf(link: string): string {
  try {
    return readlinkSync(link);
  } catch {
    return '';
  }
}

/** Makes the browser refuse every camera with this error from now on. */
const refuseWith = (window: Page, name: string): Promise<void> =>
  window.evaluate((error) => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', error));
  }, name);

test('nothing but our own window gets a camera, and nobody anything else', async ({ start }) => {
  const { window } = await start(['--sample-seconds', '10'], allowedBefore(), FAKE_CAMERA);
  await roomReady(window);
  const outcomes = await window.evaluate(async () => {
    const { mediaDevices } = navigator;
    const frame = document.body.appendChild(document.createElement('iframe'));
    const inner = document.createElement('iframe');
    inner.allow = 'camera; microphone';
    inner.srcdoc = '<p>inside</p>';
    const loaded = new Promise((resolve) => (inner.onload = resolve));
    document.body.append(inner);
    await loaded;
    const wishes: Record<string, () => Promise<unknown> | undefined> = {
      camera: () => mediaDevices.getUserMedia({ video: true }),
      both: () => mediaDevices.getUserMedia({ video: true, audio: true }),
      microphone: () => mediaDevices.getUserMedia({ audio: true }),
      screen: () => mediaDevices.getDisplayMedia({ video: true }),
      desktop: () => {
        const desktop = { mandatory: { chromeMediaSource: 'desktop' } };
        return mediaDevices.getUserMedia({ video: desktop as MediaTrackConstraints });
      },
      place: () =>
        new Promise((resolve, reject) =>
          navigator.geolocation.getCurrentPosition(resolve, ({ message }) =>
            reject(new DOMException(message, 'NotAllowedError')),
          ),
        ),
      midi: () => navigator.requestMIDIAccess(),
      frame: () => frame.contentWindow?.navigator.mediaDevices.getUserMedia({ video: true }),
      inner: () => inner.contentWindow?.navigator.mediaDevices.getUserMedia({ video: true }),
    };
    const said: Record<string, string> = { notices: await Notification.requestPermission() };
    for (const [wish, ask] of Object.entries(wishes)) {
      try {
        const given = await ask();
        said[wish] = 'given';
        if (given instanceof MediaStream) given.getTracks().forEach((track) => track.stop());
      } catch (error) {
        said[wish] = (error as DOMException).name;
      }
    }
    return said;
  });
  const no = 'NotAllowedError';
  expect(outcomes).toEqual({
    camera: 'given',
    both: 'given',
    microphone: no,
    screen: no,
    desktop: no,
    place: no,
    midi: no,
    frame: no,
    inner: no,
    notices: 'denied',
  });
  await window.evaluate(() => self.bufferscope.request('camera:consent', { wanted: false }));
  const after = await window.evaluate(async () => ({
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'given',
      ({ name }: DOMException) => name,
    ),
    names: (await navigator.mediaDevices.enumerateDevices()).map(({ label }) => label).join(''),
  }));
  expect(after).toEqual({ camera: no, names: '' });
});

test('a camera that plays a file of ours: its own frames, in their order, reach the player', async ({
  start,
}) => {
  const camera = fileCamera(640, 360);
  const { window } = await start(media(camera.name), allowedBefore(), camera.switches);
  await roomReady(window);
  await expect(light(window)).toContainText(camera.name);
  await press(window, '4', 'Space');
  await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
  const numbers = await window
    .getByRole('article', { name: 'Streaming' })
    .locator('.picture canvas')
    .evaluate(
      async (shown: HTMLCanvasElement, { cells, wanted }) => {
        const canvas = new OffscreenCanvas(cells * 4, 1);
        const context = canvas.getContext('2d', { willReadFrequently: true });
        if (!context) throw new Error('no canvas');
        const read: number[] = [];
        while (read.length < wanted) {
          await new Promise(requestAnimationFrame);
          context.drawImage(shown, 0, 4, shown.width, 8, 0, 0, cells * 4, 1);
          const { data } = context.getImageData(0, 0, cells * 4, 1);
          const light = Array.from({ length: cells }, (_, i) => (data[i * 16 + 5] ?? 0) > 127);
          const number = light.reduce((sum, on, i) => sum + (on ? 2 ** i : 0), 0);
          // The window paints twice for each picture.
          if (number !== read.at(-1)) read.push(number);
        }
        return read;
      },
      { cells: CELLS, wanted: 60 },
    );
  const whole = numbers.filter((number) => number >> 8 === (number & 255)).map((n) => n & 255);
  expect(whole.length).toBe(numbers.length);
  const steps = whole.slice(1).map((number, i) => (number - (whole[i] ?? 0) + FRAMES) % FRAMES);
  // Forward only; what a busy machine does not show is passed over, and never much of it.
  expect(steps.every((step) => step < FRAMES / 2)).toBe(true);
  expect(new Set(whole).size).toBeGreaterThan(20);
});

test('a camera that is pulled out in mid-run is said, and the light goes off', async ({
  start,
}) => {
  const { app, window } = await start(media(FAKE_NAME), allowedBefore(), FAKE_CAMERA);
  await roomReady(window);
  await press(window, '4', 'Space');
  await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
  const service = (await processes(app)).find(({ what }) => /video_capture/i.test(what));
  if (!service) throw new Error('no process captures video');
  process.kill(service.pid);
  await expect(window.getByText(`${FAKE_NAME} went away while it was on`).first()).toBeVisible();
  await expect(light(window)).toHaveCount(0);
  // Plugged in again, it can be used again.
  await window.evaluate(() => navigator.mediaDevices.dispatchEvent(new Event('devicechange')));
  await expect(refusal(window)).toContainText(`${FAKE_NAME} is plugged in again.`);
  await refusal(window).getByRole('button', { name: 'Try again' }).click();
  await roomReady(window);
  await expect(light(window)).toContainText(FAKE_NAME);
});

test('an encoder that gives up in mid-run is said; what it gave is played out', async ({
  start,
}) => {
  const { window } = await start(media('test'));
  await roomReady(window);
  // Sound that is none is what an encoder does not bear.
  await window.evaluate(() => {
    self.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        const breaks = (): void => this.postMessage({ type: 'sound', data: null });
        if (String(url).includes('encoder-worker')) self.addEventListener('break-encoder', breaks);
      }
    };
  });
  // The next run's, that is: the one at hand has its encoder.
  await press(window, 'Control+3');
  await expect(window.getByText('What if needs a file.')).toBeVisible();
  await press(window, 'Control+1');
  await roomReady(window);
  await press(window, 'Space');
  await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
  await window.evaluate(() => self.dispatchEvent(new Event('break-encoder')));
  await expect(refusal(window)).toContainText('Test picture could not be recorded any further');
  await expect(light(window)).toHaveCount(0);
  for (const name of LANES) await expect(flag(window, name)).toHaveText(/^Ended/);
});

test('a camera that is not there is said', async ({ start }) => {
  const { window } = await start(media('Nobody has this one'), allowedBefore(), FAKE_CAMERA);
  await expect(refusal(window)).toContainText('Nobody has this one was not found');
  await refusal(window).getByRole('button', { name: 'Use the test picture' }).click();
  await roomReady(window);
  await expect(light(window)).toContainText('Test picture');
});

test('every refusal of the browser is a sentence with a way on', async ({ start }) => {
  const { window } = await start(media(FAKE_NAME), allowedBefore(), FAKE_CAMERA);
  await roomReady(window);
  for (const [error, words] of [
    ['NotReadableError', 'is in use by another program'],
    ['NotAllowedError', 'was not allowed to use'],
    ['NotFoundError', 'was not found'],
    ['OverconstrainedError', 'offers no picture'],
    ['AbortError', 'could not be turned on'],
  ] as const) {
    await press(window, 'Control+2');
    await expect(light(window)).toHaveCount(0);
    await refuseWith(window, error);
    await press(window, 'Control+1');
    const said = refusal(window).filter({ hasText: words });
    await expect(said).toContainText(FAKE_NAME);
    await expect(light(window)).toHaveCount(0);
    await said.getByRole('button', { name: 'Use the test picture' }).click();
    await roomReady(window);
    await window.evaluate(() => {
      Reflect.deleteProperty(navigator.mediaDevices, 'getUserMedia');
    });
    await press(window, 'v');
    await window.getByRole('radio', { name: FAKE_NAME }).check();
    await window.getByRole('button', { name: 'Use', exact: true }).click();
    await expect(light(window)).toContainText(FAKE_NAME);
    await roomReady(window);
  }
});

test('twenty starts and stops of all three methods leave no track, no process, no handle and no light', async ({
  start,
}) => {
  test.slow();
  const short = ['--record', '1s', '--reserve', '0.5s', '--link', 'unlimited'];
  const { app, window } = await start(
    [...media(FAKE_NAME), ...short],
    allowedBefore(),
    FAKE_CAMERA,
  );
  await roomReady(window);
  await window.evaluate(() => {
    const given: MediaStreamTrack[] = [];
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wish) => {
      const stream = await ask(wish);
      given.push(...stream.getTracks());
      return stream;
    };
    Reflect.set(globalThis, 'givenTracks', given);
  });
  const tracks = (state: string): Promise<number> =>
    window.evaluate(
      (wanted) =>
        (Reflect.get(globalThis, 'givenTracks') as MediaStreamTrack[]).filter(
          ({ readyState }) => readyState === wanted,
        ).length,
      state,
    );
  const main = await app.evaluate(() => process.pid);
  /** Files, pipes and sockets that main has open; Electron 33 opens /dev/null for every process and keeps it. */
  const handles = (): number =>
    readdirSync(`/proc/${main}/fd`).filter(
      (fd) => targetOf(`/proc/${main}/fd/${fd}`) !== '/dev/null',
    ).length;
  const counts: { processes: number; handles: number }[] = [];
  for (let i = 0; i < 20; i += 1) {
    await press(window, 'Control+2');
    await expect(light(window)).toHaveCount(0);
    await expect.poll(() => tracks('live')).toBe(0);
    await press(window, 'Control+1');
    await roomReady(window);
    await expect(light(window)).toContainText(FAKE_NAME);
    expect(await tracks('live')).toBe(2);
    counts.push({ processes: (await processes(app)).length, handles: handles() });
    await press(window, 'Space');
    // Every tenth plays all three lanes; the others are left wherever they are.
    const played = i % 10 === 0 ? LANES : [];
    for (const name of played) {
      await expect(flag(window, name)).toHaveText(/^(Playing|Ended)/);
    }
  }
  await press(window, 'Control+2');
  await expect(light(window)).toHaveCount(0);
  await expect.poll(() => tracks('live')).toBe(0);
  expect(await tracks('ended')).toBe(40);
  expect(Math.max(...counts.map((each) => each.processes))).toBe(counts[0]?.processes);
  // What the first runs open and keep, such as a journal, is open after two of them.
  const settled = counts.slice(2).map((each) => each.handles);
  expect(Math.max(...settled) - Math.min(...settled)).toBeLessThan(20);
});
