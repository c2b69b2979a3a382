import { describe, expect, it } from 'vitest';
import type { ReaderConfig } from '../../../electron/ipc/lane-port';
import { createLink } from '../../../model/link/link';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import { METHODS, type Method } from '../../../model/delivery/types';
import { LaneHarness, rulesOf, sha256, sourceFile } from './lane-harness';

interface Made {
  method: Method;
  chunkBytes: number;
  bytes: number;
  link: string;
}

async function made({ method, chunkBytes, bytes, link }: Made) {
  const source = sourceFile(bytes);
  const rules = rulesOf(method, chunkBytes);
  const spec = parseLinkSpec(link);
  const lane = new LaneHarness(
    sentOver({ file: { path: source.path, bytes }, rules, link: spec, seed: 7 }),
  );
  return { ...source, lane: await lane.ready() };
}

/** The configuration as it reaches another process. */
const sentOver = (config: ReaderConfig): ReaderConfig => structuredClone(config);

const sentAll = (lane: LaneHarness) => () => lane.all('event').some((e) => e.kind === 'sent-all');

describe('Lane', () => {
  for (const method of METHODS) {
    for (const [chunkBytes, bytes] of [
      [1024, 700_001],
      [1_000_000, 3_500_000],
      [300_000, 1_200_000],
      [16 * 1024 * 1024, 2_000_000],
    ] as const) {
      it(`delivers every byte once: ${method}, ${bytes} bytes in chunks of ${chunkBytes}`, async () => {
        const { lane, content } = await made({ method, chunkBytes, bytes, link: 'unlimited' });
        lane.start();
        await lane.until(sentAll(lane));
        expect(lane.hash()).toBe(sha256(content));
        const chunks = lane.all('bytes').map(({ data }) => Math.ceil(data.length / chunkBytes));
        expect(chunks.reduce((sum, each) => sum + each)).toBe(Math.ceil(bytes / chunkBytes));
        expect(lane.all('event').map(({ kind }) => kind)).toEqual([
          'read-start',
          'read-end',
          'sent-all',
        ]);
      });
    }
  }

  it.each([
    'unstable:4MB/s;latency=30ms;jitter=20ms',
    'steps:0=6MB/s,0.25=0,0.4=9MB/s;latency=30ms;jitter=20ms;repeat=500ms',
  ])('is never ahead of the link, in its own times and on the wall, over %s', async (text) => {
    const link = createLink(parseLinkSpec(text), 7);
    const { lane } = await made({
      method: 'buffering',
      chunkBytes: 100_000,
      bytes: 4_000_000,
      link: text,
    });
    const startMs = lane.start(2);
    await lane.until(sentAll(lane));
    let lastMs = 0;
    for (const { message, wallMs } of lane.heard) {
      if (message.type !== 'bytes') continue;
      const carriedMs = link.timeToCarry(0, message.offset + message.data.byteLength);
      const heardMs = (wallMs - startMs) * 2;
      expect(message.sentMs).toBeGreaterThanOrEqual(carriedMs - 1e-6);
      expect(heardMs).toBeGreaterThanOrEqual(message.sentMs);
      const delayMs = message.arriveMs - message.sentMs;
      expect(delayMs).toBeGreaterThanOrEqual(30);
      expect(message.arriveMs).toBeGreaterThanOrEqual(lastMs);
      lastMs = message.arriveMs;
    }
  });

  it.each([0.5, 1, 4])(
    'carries at the rate of the link on the run clock, at speed %s',
    async (speed) => {
      const { lane } = await made({
        method: 'streaming',
        chunkBytes: 50_000,
        bytes: 1_600_000,
        link: 'constant:4MB/s',
      });
      const startMs = lane.start(speed);
      await lane.until(sentAll(lane));
      const end = lane.heard.at(-1);
      const wallMs = (end?.wallMs ?? 0) - startMs;
      expect(wallMs).toBeGreaterThanOrEqual(400 / speed);
      const event = lane.all('event').at(-1);
      expect(event?.runMs).toBeGreaterThanOrEqual(400);
      expect(event?.runMs).toBeLessThanOrEqual(wallMs * speed);
    },
  );

  it('sends small chunks together, and still each only when it has crossed', async () => {
    const { lane, content } = await made({
      method: 'buffering',
      chunkBytes: 1024,
      bytes: 2_000_000,
      link: 'constant:4MB/s',
    });
    lane.start();
    await lane.until(sentAll(lane));
    expect(lane.hash()).toBe(sha256(content));
    expect(lane.all('bytes').length).toBeLessThan(1000);
  });

  it('reads no further than credit and one chunk allow, and says that it is held back', async () => {
    const { lane } = await made({
      method: 'buffering',
      chunkBytes: 200_000,
      bytes: 3_000_000,
      link: 'unlimited',
    });
    lane.start(1, 900_000);
    await lane.until(() => lane.all('sample').filter(({ heldBack }) => heldBack).length >= 4);
    const held = lane.all('sample').at(-1);
    expect(held).toMatchObject({ sentBytes: 900_000, readBytes: 1_000_000, heldBytes: 200_000 });
    expect(lane.receivedBytes).toBe(800_000);
    // Less credit than before changes nothing; more lets it go on.
    lane.tell({ type: 'credit', limitBytes: 10 });
    lane.tell({ type: 'credit', limitBytes: 3_000_000 });
    await lane.until(sentAll(lane));
    expect(lane.receivedBytes).toBe(3_000_000);
  });

  it('is not held back where the link is what limits', async () => {
    const { lane } = await made({
      method: 'buffering',
      chunkBytes: 10_000,
      bytes: 1_000_000,
      link: 'constant:1MB/s',
    });
    lane.start();
    await lane.until(() => lane.all('sample').length >= 5);
    expect(lane.all('sample').some(({ heldBack }) => heldBack)).toBe(false);
    expect(lane.all('sample').at(-1)?.heldBytes).toBeLessThanOrEqual(10_000);
  });

  it('reads the whole source before it sends the first byte of a full buffer, and keeps it', async () => {
    const { lane } = await made({
      method: 'full-buffer',
      chunkBytes: 1_000_000,
      bytes: 30_000_000,
      link: 'unlimited',
    });
    lane.start();
    await lane.until(() => lane.all('sample').at(-1)?.sentBytes === 30_000_000);
    const kinds = lane.heard.map(({ message }) =>
      message.type === 'event' ? message.kind : message.type,
    );
    expect(kinds.indexOf('read-end')).toBeLessThan(kinds.indexOf('bytes'));
    expect(lane.all('sample').at(-1)?.heldBytes).toBe(30_000_000);
  });

  it('neither reads nor sends while the clock stands', async () => {
    const { lane } = await made({
      method: 'buffering',
      chunkBytes: 20_000,
      bytes: 2_000_000,
      link: 'constant:2MB/s',
    });
    lane.start();
    await lane.until(() => lane.receivedBytes >= 200_000);
    lane.tell({ type: 'clock', runMs: 0, atMs: performance.now(), speed: 0 });
    lane.tell({ type: 'ping', id: 1 });
    await lane.until(() => lane.all('pong').length === 1);
    const { sentBytes, runMs } = lane.all('sample').at(-1) ?? { sentBytes: -1, runMs: -1 };
    // Over the same link another lane carries all of its file meanwhile.
    const { lane: other } = await made({
      method: 'buffering',
      chunkBytes: 20_000,
      bytes: 500_000,
      link: 'constant:2MB/s',
    });
    other.start();
    await other.until(sentAll(other));
    lane.tell({ type: 'credit', limitBytes: 2_000_000 });
    lane.tell({ type: 'clock', runMs, atMs: performance.now(), speed: 0 });
    lane.tell({ type: 'ping', id: 2 });
    await lane.until(() => lane.all('pong').length === 2);
    expect(lane.all('sample').at(-1)).toMatchObject({ sentBytes, runMs });
    lane.tell({ type: 'clock', runMs, atMs: performance.now(), speed: 4 });
    await lane.until(sentAll(lane));
    const end = lane.all('event').find(({ kind }) => kind === 'sent-all');
    expect(end?.runMs).toBeGreaterThanOrEqual(1000);
  });

  it('does not begin before the time that the clock is set for', async () => {
    const { lane } = await made({
      method: 'full-buffer',
      chunkBytes: 20_000,
      bytes: 200_000,
      link: 'unlimited',
    });
    const atMs = performance.now() + 150;
    lane.tell({ type: 'credit', limitBytes: 200_000 });
    lane.tell({ type: 'clock', runMs: 0, atMs, speed: 1 });
    await lane.until(sentAll(lane));
    const began = lane.heard.find(({ message }) => message.type === 'event');
    expect(began?.wallMs).toBeGreaterThanOrEqual(atMs);
  });

  it('carries nothing while the hand cuts the link, and as much less in all', async () => {
    const { lane } = await made({
      method: 'buffering',
      chunkBytes: 20_000,
      bytes: 1_000_000,
      link: 'constant:2MB/s',
    });
    const startMs = lane.start();
    const runMs = () => performance.now() - startMs;
    await lane.until(() => lane.receivedBytes >= 200_000);
    const cutMs = runMs();
    lane.tell({ type: 'cut', down: true, runMs: cutMs });
    await lane.until(() => (lane.all('sample').at(-1)?.runMs ?? 0) > cutMs + 300);
    const joinedMs = runMs();
    lane.tell({ type: 'cut', down: false, runMs: joinedMs });
    await lane.until(sentAll(lane));
    const between = lane.all('bytes').filter((m) => m.sentMs > cutMs + 100 && m.sentMs < joinedMs);
    expect(between).toEqual([]);
    const end = lane.all('event').find(({ kind }) => kind === 'sent-all');
    expect(end?.runMs).toBeGreaterThanOrEqual(500 + joinedMs - cutMs - 100);
    expect(lane.receivedBytes).toBe(1_000_000);
  });

  it('answers pings with its own clock and overhears what is no message', async () => {
    const { lane } = await made({
      method: 'streaming',
      chunkBytes: 1024,
      bytes: 2048,
      link: 'unlimited',
    });
    for (const wrong of [null, 'credit', { type: 'credit' }, { type: 'clock', runMs: 'now' }]) {
      lane.babble(wrong);
    }
    const before = performance.now();
    lane.tell({ type: 'ping', id: 5 });
    await lane.until(() => lane.all('pong').length > 0);
    expect(lane.all('pong')[0]?.id).toBe(5);
    expect(lane.all('pong')[0]?.atMs).toBeGreaterThanOrEqual(before);
    expect(lane.receivedBytes).toBe(0);
  });

  it.each(['told', 'hung up'])('lets go of everything when %s', async (how) => {
    const { lane } = await made({
      method: 'buffering',
      chunkBytes: 1000,
      bytes: 1_000_000,
      link: 'constant:100kB/s',
    });
    lane.start();
    await lane.until(() => lane.receivedBytes > 0);
    if (how === 'told') lane.tell({ type: 'close' });
    else lane.hangUp();
    await lane.until(() => lane.closed);
  });
});
