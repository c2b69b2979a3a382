import { LINK_PRESETS } from '../../model/link/spec/spec';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { hostname } from 'node:os';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { FAKE_CAMERA } from './fake-camera';
import { expect, freshFolder, test, type StartedApp } from './app';
import { roomReady } from './room';

const SAMPLE = ['--sample-seconds', '10'];
const PAGE = 'app://bufferscope/index.html';

/** Of these Electron's own values are the right ones; it names those alone that were set otherwise. */
const USUAL_PREFERENCES = {
  ...{ webSecurity: true, allowRunningInsecureContent: false, experimentalFeatures: false },
  ...{ enableBlinkFeatures: '', webviewTag: false, nodeIntegrationInSubFrames: false },
};

/** What a request of a script in our window comes to: its answer, or the sentence of its refusal. */
async function asked(window: StartedApp['window'], channel: string, payload?: unknown) {
  return window.evaluate(
    async ([name, words]) => {
      const bridge = self.bufferscope as unknown as {
        request: (name: unknown, words: unknown) => Promise<unknown>;
      };
      return bridge.request(name, words).then(
        (answer) => ({ answer, refused: null }),
        (error: Error) => ({ answer: null, refused: error.message }),
      );
    },
    [channel, payload] as const,
  );
}

test('a script that is not ours opens no file that nobody has chosen', async ({ start }) => {
  const path = join(freshFolder('secret'), 'diary.txt');
  writeFileSync(path, '1\n2\n3\n');
  const { window } = await start(SAMPLE);
  await roomReady(window);
  const notChosen = expect.stringContaining(`Nobody has chosen ${path}`) as unknown;
  for (const as of ['auto', 'bytes']) {
    expect(await asked(window, 'media:open', { path, as })).toMatchObject({ refused: notChosen });
  }
  const text = `trace:${path}`;
  expect((await asked(window, 'link:load', { text })).answer).toEqual({
    ok: false,
    message: notChosen,
  });
  expect(await asked(window, 'link:export', { text, format: 'sabre' })).toMatchObject({
    refused: notChosen,
  });
  for (const fields of [{ recent: [path] }, { camera: 'allowed' }]) {
    expect((await asked(window, 'preferences:set', fields)).refused).toContain('is not valid');
  }
  expect(await window.evaluate(() => self.bufferscope.pathOf(new File(['x'], '/etc/passwd')))).toBe(
    '',
  );
});

test('a script that is not ours asks no other server of this computer for anything', async ({
  start,
}) => {
  const asked: string[] = [];
  const other = createServer(({ url = '' }, response) => {
    asked.push(url);
    response.writeHead(200, { 'Content-Type': 'image/svg+xml' });
    response.end('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>');
  }).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { app, window } = await start(SAMPLE);
  await roomReady(window);
  // Nor is a name looked up, though the system knows this one.
  const isFound = (host: string): Promise<boolean> =>
    app.evaluate(
      ({ net }, name) =>
        net.resolveHost(name).then(
          () => true,
          () => false,
        ),
      host,
    );
  expect([await isFound('127.0.0.1'), await isFound(hostname())]).toEqual([true, false]);
  const shown = await window.evaluate(
    (url) =>
      new Promise((resolve) => {
        const picture = new Image();
        picture.onload = () => resolve(true);
        picture.onerror = () => resolve(false);
        picture.src = url;
      }),
    `http://127.0.0.1:${port}/picture.svg`,
  );
  other.close();
  expect({ shown, asked }).toEqual({ shown: false, asked: [] });
});

test('a script that is not ours gets no camera without a dialog of the system', async ({
  start,
}) => {
  const { app, window } = await start(SAMPLE, {}, FAKE_CAMERA);
  await roomReady(window);
  await app.evaluate(({ dialog }) => {
    const seen = globalThis as unknown as { questions: string[] };
    seen.questions = [];
    dialog.showMessageBox = ((_: unknown, { message }: { message: string }) => {
      seen.questions.push(message);
      return Promise.resolve({ response: 0, checkboxChecked: false });
    }) as typeof dialog.showMessageBox;
  });
  expect((await asked(window, 'camera:consent', { wanted: true })).answer).toBe('denied');
  expect(
    await app.evaluate(() => (globalThis as unknown as { questions: string[] }).questions),
  ).toEqual(['Let Bufferscope use your camera and microphone?']);
  const camera = await window.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'given',
      ({ name }: DOMException) => name,
    ),
  );
  expect(camera).toBe('NotAllowedError');
});

test('a script that is not ours starts few processes, and cannot end one by its numbers', async ({
  start,
}) => {
  const { app, window } = await start(SAMPLE);
  await roomReady(window);
  const { answer } = await asked(window, 'media:initial');
  const { id } = (answer as { media: { id: string } }).media;
  const outcome = await window.evaluate(
    async ({ mediaId, link }) => {
      const rules = { method: 'streaming', chunkBytes: 1e6, startBytes: 1e6, resumeBytes: 1e6 };
      const lane = {
        ...rules,
        maxBufferBytes: 2e6,
        bufferWhole: false,
        bufferLimitRaised: false,
        readAheadChunks: 0,
      };
      const open = (runId: string) =>
        self.bufferscope
          .request('run:open-lanes', {
            ...{ runId, mediaId, link, seed: 1 },
            lanes: [lane as never],
          })
          .then(
            () => null,
            (error: Error) => error.message,
          );
      const first = new Promise<MessagePort>((resolve) => {
        self.addEventListener('message', ({ data, ports }: MessageEvent<{ runId?: string }>) => {
          if (data.runId === 'mine-0' && ports[0]) resolve(ports[0]);
        });
      });
      const refusals: (string | null)[] = [];
      for (let run = 0; run < 20; run += 1) refusals.push(await open(`mine-${run}`));
      const port = await first;
      const pong = new Promise<boolean>((resolve) => {
        port.onmessage = ({ data }: MessageEvent<{ type: string; id?: number }>) => {
          if (data.type === 'pong' && data.id === 7) resolve(true);
        };
      });
      for (const [runMs, atMs, speed] of [
        [1e308, 0, 1],
        [0, 1e308, 1],
        [0, -1e308, 1e308],
        [-1e308, 0, 1],
      ]) {
        port.postMessage({ type: 'clock', runMs, atMs, speed });
      }
      port.postMessage({ type: 'credit', limitBytes: 1e308 });
      port.postMessage({ type: 'ping', id: 7 });
      return { refusals, alive: await pong };
    },
    { mediaId: id, link: LINK_PRESETS.steady(1e6) },
  );
  expect(outcome.alive).toBe(true);
  const refused = outcome.refusals.filter((each) => each !== null);
  expect(refused.length).toBeGreaterThanOrEqual(16);
  expect(refused[0]).toBe('Too many runs are open at once; close one and try again.');
  const readers = await app.evaluate(
    ({ app: electron }) =>
      electron.getAppMetrics().filter(({ name }) => name?.startsWith('Bufferscope reader')).length,
  );
  expect(readers).toBeLessThanOrEqual(7);
});

test('a script that is not ours reaches nobody, saves nothing and stays on our page', async ({
  start,
}) => {
  const { app, window } = await start(SAMPLE);
  await roomReady(window);
  // What the page is, as the browser has it: points 2 to 4, 6 and 8 to 12 of Electron's checklist.
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const [shown] = BrowserWindow.getAllWindows();
    return (
      shown?.webContents as unknown as { getLastWebPreferences: () => object } | undefined
    )?.getLastWebPreferences();
  });
  expect({ ...USUAL_PREFERENCES, ...preferences }).toMatchObject({
    ...USUAL_PREFERENCES,
    nodeIntegration: false,
    contextIsolation: true,
    sandbox: true,
  });
  const has = await window.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
    bridge: Object.keys(self.bufferscope).sort(),
    opened: self.open('https://example.invalid/'),
  }));
  expect(has).toEqual({
    ...{ node: [], opened: null },
    bridge: ['language', 'on', 'pathOf', 'request'],
  });
  await app.evaluate(({ session }) => {
    const seen = globalThis as unknown as { downloads: boolean[] };
    seen.downloads = [];
    session.defaultSession.on('will-download', (event) => {
      seen.downloads.push(event.defaultPrevented);
    });
  });
  const reached = await window.evaluate(async () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x.txt';
    link.click();
    if (typeof RTCPeerConnection === 'undefined') return 'no connections';
    try {
      const [one, two] = [new RTCPeerConnection(), new RTCPeerConnection()];
      one.onicecandidate = ({ candidate }) => void two.addIceCandidate(candidate ?? undefined);
      two.onicecandidate = ({ candidate }) => void one.addIceCandidate(candidate ?? undefined);
      const channel = one.createDataChannel('x');
      await one.setLocalDescription();
      await two.setRemoteDescription(one.localDescription ?? { type: 'offer' });
      await two.setLocalDescription();
      await one.setRemoteDescription(two.localDescription ?? { type: 'answer' });
      return await new Promise<string>((resolve) => {
        channel.onopen = () => resolve('connected');
        setTimeout(() => resolve('not connected'), 3000);
      });
    } catch (error) {
      return String(error);
    }
  });
  expect(reached).not.toBe('connected');
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { downloads: boolean[] }).downloads))
    .toEqual([true]);
  await window.evaluate(() => {
    location.href = 'about:blank';
  });
  const shown = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL());
  await expect.poll(shown).toBe(PAGE);
  await roomReady(window);
});
