import { describe, expect, it } from 'vitest';
import type { FromReader } from '../../../electron/ipc/lane-port';
import { LaneSender } from '../../../electron/reader/lane-sender';
import { messageBatches } from '../../../electron/reader/message-batching';
import { RunClock } from '../../../electron/reader/run-clock';
import type { SourceMemory } from '../../../electron/reader/source-memory';
import { ChangingLink } from '../../../model/link/changing-link';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import { rulesOf } from './lane-harness';

/** A source that is read in no time, so that nothing but the sender decides when bytes go; or when it is let. */
class Instant implements SourceMemory {
  readBytes = 0;
  /** While it is set, reads end only when the test ends them. */
  slow = false;
  #end = (): void => undefined;
  released = 0;
  constructor(
    readonly sourceBytes: number,
    private readonly chunkBytes: number,
  ) {}
  get heldBytes(): number {
    return this.readBytes - this.released;
  }
  get hasRoom(): boolean {
    return true;
  }
  async read(most: number): Promise<void> {
    await (this.slow ? new Promise<void>((resolve) => (this.#end = resolve)) : Promise.resolve());
    this.readBytes = Math.min(this.sourceBytes, this.readBytes + most);
  }
  endRead(): void {
    this.#end();
  }
  chunkEnd(from: number): number {
    return Math.min(from + this.chunkBytes, this.sourceBytes);
  }
  lengths(from: number, to: number): number[] {
    return messageBatches(from, to, this.chunkBytes);
  }
  reachOf(): number {
    return this.readBytes;
  }
  take(from: number, to: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(to - from);
  }
  release(offset: number): void {
    this.released = offset;
  }
}

/** A sender on a wall clock that only moves when it is told to. */
function sender(text: string, chunkBytes: number, sourceBytes: number) {
  const wall = { ms: 1000, asked: 0 };
  const posted: Extract<FromReader, { type: 'bytes' }>[] = [];
  const clock = new RunClock();
  const link = new ChangingLink(parseLinkSpec(text), 3);
  const memory = new Instant(sourceBytes, chunkBytes);
  const made = new LaneSender({
    rules: rulesOf('buffering', chunkBytes),
    together: chunkBytes < 65_536,
    blocks: { bytes: chunkBytes, count: 1 },
    link,
    memory,
    clock,
    wallMs: () => {
      wall.asked += 1;
      return wall.ms;
    },
    post: (message) => message.type === 'bytes' && posted.push(message),
    failed: (failure) => {
      throw failure;
    },
  });
  const to = async (ms: number): Promise<void> => {
    wall.ms = ms;
    made.turn();
    await new Promise(setImmediate);
  };
  return { sender: made, wall, clock, link, posted, memory, to };
}

describe('LaneSender', () => {
  it('sends every chunk at exactly the time at which the link has carried it, however late it looks', async () => {
    const { sender: lane, clock, link, posted, to } = sender('unstable:1MB/s', 100_000, 2_000_000);
    lane.credit(2_000_000);
    clock.set({ runMs: 0, atMs: 1000, speed: 4 });
    for (let ms = 1000; posted.length < 20; ms += 7) await to(ms);
    lane.stop();
    for (const { offset, data, sentMs, arriveMs } of posted) {
      expect(sentMs).toBeCloseTo(link.timeToCarry(0, offset + data.length), 6);
      expect(arriveMs).toBe(sentMs);
    }
  });

  it('loses no time of the link between one chunk and the next, however late it looks', async () => {
    const { sender: lane, clock, memory, posted, to } = sender('constant:1MB/s', 50_000, 1_000_000);
    lane.credit(1_000_000);
    clock.set({ runMs: 0, atMs: 1000, speed: 1 });
    let mostHeld = 0;
    // Each look is up to 140 ms late, while a chunk takes 50.
    for (let ms = 1000; posted.length < 20; ms += 140) {
      await to(ms);
      mostHeld = Math.max(mostHeld, memory.heldBytes);
    }
    lane.stop();
    expect(mostHeld).toBe(50_000);
    posted.forEach(({ sentMs }, i) => expect(sentMs).toBeCloseTo(50 * (i + 1), 6));
  });

  it('lets the last byte of a chunk leave when it has been read, and the next chunk behind it', async () => {
    const {
      sender: lane,
      wall,
      clock,
      memory,
      posted,
      to,
    } = sender(...(['constant:1MB/s', 100_000, 400_000] as const));
    lane.credit(400_000);
    clock.set({ runMs: 0, atMs: 1000, speed: 1 });
    await to(1000);
    memory.slow = true;
    for (let ms = 1010; ms <= 1340; ms += 10) await to(ms);
    // The first has left; of the second all but what is still being read.
    expect(posted.map(({ sentMs }) => Math.round(sentMs))).toEqual([100]);
    expect(lane.counts()).toMatchObject({ sentBytes: 100_000, heldBytes: 100_000 });
    memory.slow = false;
    wall.ms = 1350;
    memory.endRead();
    for (let ms = 1350; posted.length < 4; ms += 10) await to(ms);
    lane.stop();
    expect(posted.map(({ sentMs }) => Math.round(sentMs))).toEqual([100, 350, 450, 550]);
  });

  it('does not make up for a machine that did not look for a second', async () => {
    const { sender: lane, clock, posted, to } = sender('constant:1MB/s', 100_000, 300_000);
    lane.credit(300_000);
    clock.set({ runMs: 0, atMs: 1000, speed: 1 });
    await to(1000);
    await to(2100);
    for (let ms = 2101; posted.length < 3; ms += 10) await to(ms);
    lane.stop();
    expect(posted.map(({ sentMs }) => Math.round(sentMs))).toEqual([100, 900, 1000]);
  });

  it('rests behind the last chunk', async () => {
    const { sender: lane, wall, clock, posted, to } = sender('unlimited', 100_000, 300_000);
    lane.credit(300_000);
    clock.set({ runMs: 0, atMs: 1000, speed: 1 });
    for (let ms = 1000; posted.length < 3; ms += 10) await to(ms);
    await new Promise(setImmediate);
    const { asked } = wall;
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    expect(wall.asked).toBe(asked);
    lane.stop();
  });

  it('loses to a cut exactly its own time', async () => {
    const { sender: lane, clock, posted, to } = sender('constant:1MB/s', 100_000, 1_000_000);
    lane.credit(1_000_000);
    clock.set({ runMs: 0, atMs: 1000, speed: 1 });
    for (let ms = 1000; ms < 1250; ms += 10) await to(ms);
    await to(1250);
    lane.cut(true, 250);
    for (let ms = 1260; ms < 1750; ms += 10) await to(ms);
    expect(posted.length).toBe(2);
    await to(1750);
    lane.cut(false, 750);
    for (let ms = 1760; posted.length < 10; ms += 10) await to(ms);
    lane.stop();
    expect(posted[2]?.sentMs).toBeCloseTo(800, 6);
    expect(posted.at(-1)?.sentMs).toBeCloseTo(1500, 6);
  });

  it('sends on from the moment of new credit, not from when it ran out', async () => {
    const { sender: lane, clock, posted, to } = sender('constant:1MB/s', 100_000, 1_000_000);
    lane.credit(100_000);
    clock.set({ runMs: 0, atMs: 1000, speed: 1 });
    for (let ms = 1000; ms <= 1600; ms += 10) await to(ms);
    expect(posted.length).toBe(1);
    expect(lane.counts()).toMatchObject({ sentBytes: 100_000, heldBack: true });
    lane.credit(1_000_000);
    await Promise.resolve();
    for (let ms = 1610; ms <= 1700; ms += 10) await to(ms);
    lane.stop();
    expect(posted.map(({ sentMs }) => Math.round(sentMs))).toEqual([100, 700]);
  });

  it('counts at a pause what had crossed at that moment, however late it hears of it', async () => {
    const { sender: lane, wall, clock, to } = sender('constant:1MB/s', 100_000, 1_000_000);
    lane.credit(1_000_000);
    clock.set({ runMs: 0, atMs: 1000, speed: 1 });
    for (let ms = 1000; ms <= 1220; ms += 10) await to(ms);
    expect(lane.counts()).toMatchObject({ sentBytes: 220_000 });
    wall.ms = 1260;
    clock.set({ runMs: 257, atMs: 1257, speed: 0 });
    lane.stand();
    expect(clock.nowMs(wall.ms)).toBe(257);
    expect(lane.counts()).toMatchObject({ sentBytes: 257_000 });
    await to(1900);
    expect(lane.counts()).toMatchObject({ sentBytes: 257_000 });
    clock.set({ runMs: 257, atMs: 2000, speed: 1 });
    await to(2010);
    expect(lane.counts()).toMatchObject({ sentBytes: 267_000 });
    lane.stop();
  });

  it('says at a pause that it is held back when it was, and no more of it while it stands', async () => {
    const { sender: lane, wall, clock, to } = sender('constant:1MB/s', 100_000, 1_000_000);
    lane.credit(100_000);
    clock.set({ runMs: 0, atMs: 1000, speed: 1 });
    for (let ms = 1000; ms <= 1090; ms += 10) await to(ms);
    expect(lane.counts()).toMatchObject({ sentBytes: 90_000, heldBack: false });
    wall.ms = 1150;
    clock.set({ runMs: 140, atMs: 1140, speed: 0 });
    lane.stand();
    expect(lane.counts()).toMatchObject({ sentBytes: 100_000, heldBack: true });
    expect(lane.counts()).toMatchObject({ sentBytes: 100_000, heldBack: false });
    lane.stop();
  });
});
