import { readdirSync, readlinkSync, rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FromReader, ReaderConfig } from '../../../electron/ipc/lane-port';
import { rehearse } from '../../../electron/reader/rehearsal';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import { METHODS } from '../../../model/delivery/types';
import { rulesOf, sourceFile } from './lane-harness';

/** What the port of the process is given while it rehearses. */
async function told(config: Omit<ReaderConfig, 'seed' | 'link'>): Promise<FromReader[]> {
  const messages: FromReader[] = [];
  // A link that carries nothing for a day, and then 1 byte a second: none of it is waited for.
  const link = parseLinkSpec('dropouts:1B/s@0-86400;latency=60s');
  const port = { post: (message: FromReader) => messages.push(message) };
  await rehearse({ ...config, link, seed: 1 }, port);
  return messages;
}

/** The files that this process has open, where the system tells. */
const opened = (): string[] =>
  readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/self/fd/${fd}`)];
    } catch {
      return [];
    }
  });

test.each(METHODS)('%s: the window hears nothing but answers to nobody', async (method) => {
  const { path } = sourceFile(3_000_000);
  const messages = await told({ file: { path, bytes: 3_000_000 }, rules: rulesOf(method, 1e6) });
  expect(messages.length).toBeGreaterThan(0);
  for (const message of messages) expect(message).toMatchObject({ type: 'pong', id: -1 });
  if (process.platform === 'linux') expect(opened()).not.toContain(path);
});

test.each([1, 1023, 1024, 1025])('a source of %i bytes suffices', async (bytes) => {
  const { path } = sourceFile(bytes);
  await expect(
    told({ file: { path, bytes }, rules: rulesOf('streaming', 1e6) }),
  ).resolves.toBeTruthy();
});

test('a camera has no file to begin with', async () => {
  await expect(told({ file: null, rules: rulesOf('buffering', 1e6) })).resolves.toBeTruthy();
});

test('a source that has gone ends it; the lane itself will say so', async () => {
  const { path } = sourceFile(1000);
  rmSync(path);
  const messages = await told({ file: { path, bytes: 1000 }, rules: rulesOf('buffering', 1e6) });
  expect(messages.every(({ type }) => type === 'pong')).toBe(true);
});
