import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import { REQUESTS, type RequestChannel } from '../../electron/ipc/contract';
import { expect, freshFolder, test, type StartedApp } from './app';
import { flag, LANES, press, roomReady } from './room';

const SAMPLE = ['--sample-seconds', '10'];
/** Malformed messages that are sent in one go. */
const BATCH = 500;

/** A value that nobody expects: of the wrong kind, far too large, or a path that must not be followed. */
const nasty = (paths: readonly string[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom(...paths, '../../../../etc/passwd', '/proc/self/mem', 'a\0b', '-i', '|id', ''),
    fc.constantFrom(NaN, Infinity, -Infinity, -1, 2 ** 53, 1e308, 0.5),
    fc.constant('x'.repeat(20_000)),
  );

/** Values for a request: some of them have the fields that are expected there. */
function payloads(channel: RequestChannel, paths: readonly string[]): fc.Arbitrary<unknown> {
  const { payload } = REQUESTS[channel];
  const shape = payload instanceof z.ZodObject ? Object.keys(payload.shape) : ['path', 'id'];
  const value = nasty(paths);
  const fields = fc.record(Object.fromEntries(shape.map((key) => [key, value])), {
    requiredKeys: [],
  });
  return fc.oneof(value, fields, fc.array(fields, { maxLength: 3 }));
}

/** Sends messages of the bridge from the page; gives what was answered to each, or the sentence of its refusal. */
const send = (window: StartedApp['window'], messages: readonly [string, unknown][]) =>
  window.evaluate(
    async (all) => {
      const { request } = self.bufferscope as unknown as {
        request: (channel: string, payload: unknown) => Promise<unknown>;
      };
      return Promise.all(
        all.map(([channel, payload]) =>
          request(channel, payload).then(
            () => 'answered',
            (error: Error) => error.message,
          ),
        ),
      );
    },
    messages as [string, unknown][],
  );

/** The kinds of processes that the app has. */
const processesOf = (app: StartedApp['app']) =>
  app.evaluate(({ app: main }) =>
    main
      .getAppMetrics()
      .map(({ type, name }) => `${type} ${name ?? ''}`)
      .sort(),
  );

/** Plays the sample to its end by this key, which needs all that a hostile page could have broken. */
async function playsOn(window: StartedApp['window'], key: string): Promise<void> {
  await press(window, key);
  for (const name of LANES)
    await expect(flag(window, name)).toHaveText(/^Ended/, { timeout: 60_000 });
}

test('10,000 malformed requests of a page are refused in a sentence and change nothing', async ({
  start,
}) => {
  const folder = freshFolder('canary');
  const paths = [join(folder, 'written.txt'), join(folder, 'run.bufferrun'), folder];
  const { app, window } = await start([...SAMPLE, '--link', 'unlimited', '--speed', '4']);
  await roomReady(window);
  const before = await processesOf(app);
  const channels = Object.keys(REQUESTS) as RequestChannel[];
  const count = Math.ceil(10_000 / channels.length);
  const messages = channels.flatMap((channel, seed) =>
    fc
      .sample(payloads(channel, paths), { numRuns: count * 2, seed })
      // What is well formed is no message of this test, and may open a dialog.
      .filter((payload) => !REQUESTS[channel].payload.safeParse(payload).success)
      .slice(0, count)
      .map((payload): [string, unknown] => [channel, payload]),
  );
  expect(messages.length).toBeGreaterThanOrEqual(10_000);
  const strange: string[] = [];
  for (let from = 0; from < messages.length; from += BATCH) {
    const batch = messages.slice(from, from + BATCH);
    const answers = await send(window, batch);
    for (const [i, words] of answers.entries()) {
      if (!words.includes('and was refused')) strange.push(`${batch[i]?.[0]}: ${words}`);
    }
  }
  expect(strange.slice(0, 5)).toEqual([]);
  expect(
    await send(window, [
      ['no:such-channel', null],
      ['__proto__', null],
    ]),
  ).toEqual(['Unknown request "no:such-channel".', 'Unknown request "__proto__".']);
  expect(readdirSync(folder)).toEqual([]);
  expect(await processesOf(app)).toEqual(before);
  await playsOn(window, ' ');
});

test('1,000 addresses of our scheme give our own files and no others', async ({ start }) => {
  const { window } = await start(SAMPLE);
  await roomReady(window);
  const part = fc.oneof(
    fc.constantFrom(
      '..',
      '%2e%2e',
      '..%2f',
      '%2e%2e%2f',
      '..%5c',
      '%00',
      '%E0%A4%A',
      'etc',
      'passwd',
    ),
    fc.constantFrom('proc', 'self', 'environ', 'assets', 'media', '//', 'C:', '~', '%252e%252e'),
    fc.webSegment(),
  );
  const addresses = fc
    .sample(fc.array(part, { minLength: 1, maxLength: 8 }), { numRuns: 1000, seed: 7 })
    .map((parts) => `app://bufferscope/${parts.join('/')}`);
  const given = await window.evaluate(
    async (all) =>
      Promise.all(
        all.map((address) =>
          fetch(address).then(
            ({ ok, status }) => ({ address, ok, status }),
            () => ({ address, ok: false, status: 0 }),
          ),
        ),
      ),
    addresses,
  );
  const opened = given.filter(({ ok }) => ok).map(({ address }) => new URL(address).pathname);
  // Climbing as far as the root ends at the page itself.
  expect(opened.filter((path) => path !== '/' && path !== '')).toEqual([]);
  expect(new Set(given.map(({ status }) => status))).toEqual(new Set([200, 403, 404]));
});

test('10,000 malformed messages to the readers cost a lane at most, never the app', async ({
  start,
}) => {
  const { app, window } = await start([...SAMPLE, '--link', 'unlimited', '--speed', '4']);
  await roomReady(window);
  // A page that is loaded anew hears of the new lanes' ports as ours does.
  await window.addInitScript(() => {
    const taken: MessagePort[] = [];
    Object.assign(self, { taken });
    addEventListener('message', ({ ports }) => taken.push(...ports));
  });
  await window.reload();
  await roomReady(window);
  const messages = fc.sample(
    fc.oneof(
      nasty([]),
      fc.record(
        {
          type: fc.oneof(
            fc.constantFrom('ping', 'clock', 'credit', 'cut', 'slice', 'source-end', 'nothing'),
            nasty([]),
          ),
          id: nasty([]),
          runMs: nasty([]),
          atMs: nasty([]),
          speed: nasty([]),
          limitBytes: nasty([]),
          down: nasty([]),
          data: nasty([]),
        },
        { requiredKeys: ['type'] },
      ),
    ),
    { numRuns: 3400, seed: 11 },
  );
  const ports = await window.evaluate((all) => {
    const { taken } = self as unknown as { taken: MessagePort[] };
    for (const port of taken) for (const message of all) port.postMessage(message);
    return taken.length;
  }, messages);
  expect(ports * messages.length).toBeGreaterThanOrEqual(10_000);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  // Restart.
  await playsOn(window, 'r');
});
