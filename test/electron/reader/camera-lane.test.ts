import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { FrameMemory } from '../../../electron/reader/frame-memory';
import { createLink } from '../../../model/link/link';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import type { Method } from '../../../model/delivery/types';
import { LaneHarness, rulesOf, sha256 } from './lane-harness';

const frames = (count: number): Uint8Array<ArrayBuffer>[] =>
  Array.from({ length: count }, (_, i) => new Uint8Array(randomBytes(500 + 37 * i)));

const lengths = (all: readonly Uint8Array[]): number[] => all.map(({ length }) => length);

async function cameraLane(method: Method, link: string): Promise<LaneHarness> {
  const rules = rulesOf(method, 10_000);
  const lane = new LaneHarness({ file: null, rules, link: parseLinkSpec(link), seed: 7 });
  await lane.ready();
  return lane;
}

describe('a lane whose source is a camera', () => {
  it.each(['buffering', 'streaming'] as const)(
    '%s sends every frame as it was, and holds nothing behind it',
    async (method) => {
      const lane = await cameraLane(method, 'unlimited');
      const all = frames(20);
      lane.start();
      for (const data of all) lane.tell({ type: 'frame', data });
      await lane.until(() => lane.all('bytes').length === all.length);
      expect(lengths(lane.all('bytes').map(({ data }) => data))).toEqual(lengths(all));
      expect(lane.hash()).toBe(sha256(Buffer.concat(all)));
      const before = lane.all('sample').length;
      await lane.until(() => lane.all('sample').length > before);
      expect(lane.all('sample').at(-1)?.heldBytes).toBe(0);
      lane.tell({ type: 'source-end' });
      await lane.until(() => lane.all('event').some(({ kind }) => kind === 'read-end'));
      expect(lane.all('event').map(({ kind }) => kind)).toEqual(['read-start', 'read-end']);
    },
  );

  it('full buffer sends nothing before its recording has ended, then all of it, and keeps it', async () => {
    const lane = await cameraLane('full-buffer', 'unlimited');
    const all = frames(20);
    const bytes = Buffer.concat(all).length;
    lane.start();
    for (const data of all) lane.tell({ type: 'frame', data });
    await lane.until(() => lane.all('sample').at(-1)?.readBytes === bytes);
    expect(lane.all('bytes')).toEqual([]);
    lane.tell({ type: 'source-end' });
    await lane.until(() => lane.all('event').some(({ kind }) => kind === 'sent-all'));
    expect(lane.hash()).toBe(sha256(Buffer.concat(all)));
    const before = lane.all('sample').length;
    await lane.until(() => lane.all('sample').length > before);
    expect(lane.all('sample').at(-1)?.heldBytes).toBe(bytes);
  });

  it('is never ahead of the link', async () => {
    const spec = parseLinkSpec('steps:0=40kB/s,0.2=0,0.4=80kB/s;latency=20ms');
    const link = createLink(spec, 7);
    const lane = await cameraLane('streaming', 'steps:0=40kB/s,0.2=0,0.4=80kB/s;latency=20ms');
    const all = frames(20);
    lane.start();
    for (const data of all) lane.tell({ type: 'frame', data });
    await lane.until(() => lane.all('bytes').length === all.length);
    for (const { offset, data, sentMs } of lane.all('bytes')) {
      const most = link.capacity(0, sentMs);
      // A moment in which the last byte crosses is known to a few ulps of the time, worth this many bytes.
      expect(offset + data.length).toBeLessThanOrEqual(most + 1e-6 * (1 + most));
    }
  });
});

describe('FrameMemory', () => {
  it('lets go of what has been posted, unless it keeps everything', () => {
    const [a, b, c] = frames(3) as [
      Uint8Array<ArrayBuffer>,
      Uint8Array<ArrayBuffer>,
      Uint8Array<ArrayBuffer>,
    ];
    for (const keeps of [false, true]) {
      const memory = new FrameMemory(keeps);
      for (const frame of [a, b, c]) memory.push(frame);
      const [first, second] = [a.length, a.length + b.length];
      expect([memory.chunkEnd(0), memory.chunkEnd(first)]).toEqual([first, second]);
      expect(memory.take(first, second)).toBe(b);
      memory.release(second);
      expect(memory.heldBytes).toBe(keeps ? second + c.length : c.length);
      expect(memory.take(second, second + c.length)).toBe(c);
      if (keeps) expect(memory.take(0, first)).toBe(a);
      else expect(() => memory.take(0, first)).toThrow(RangeError);
    }
  });

  it('knows the length of its source once that has ended', () => {
    const memory = new FrameMemory(false);
    memory.push(new Uint8Array(10));
    expect(memory.sourceBytes).toBe(Infinity);
    expect(memory.chunkEnd(10)).toBe(10);
    memory.end();
    expect(memory.sourceBytes).toBe(10);
  });

  it('refuses what would take more than half of the free memory, with both numbers', () => {
    const memory = new FrameMemory(false, () => 100);
    memory.push(new Uint8Array(40));
    memory.push(new Uint8Array(10));
    expect(() => memory.push(new Uint8Array(1))).toThrowError(
      expect.objectContaining({
        code: 'too-large',
        memory: { neededBytes: 51, freeBytes: 100 },
      }) as Error,
    );
  });
});
