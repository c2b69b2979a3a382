import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTHING_YET } from '../../../model/run/frame';
import type { LaneLog } from '../../../model/run/schema';
import { cutSound, SOUND_RATE } from '../../../model/video/cut-sound';
import { framesOf } from '../../../model/video/frames';
import { soundCuts } from '../../../model/video/sound-cuts';

/** A lane that plays in these stretches of the run, [from, to) ms, and stalls between them; sampled every 100 ms. */
function laneOf(stretches: readonly (readonly [number, number])[], endMs: number) {
  const lane: Pick<LaneLog, 'states' | 'samples'> = { states: [], samples: [] };
  lane.states.push({ tMs: 0, state: 'starting' });
  for (const [from, to] of stretches) {
    lane.states.push({ tMs: from, state: 'playing' }, { tMs: to, state: 'rebuffering' });
  }
  for (let tMs = 0; tMs <= endMs; tMs += 100) {
    const playedMs = stretches.reduce(
      (sum, [from, to]) => sum + Math.max(0, Math.min(tMs, to) - from),
      0,
    );
    lane.samples.push({ ...NOTHING_YET, tMs, positionS: playedMs / 1000 });
  }
  return lane;
}

describe('the sound of a video', () => {
  it('is heard while the lane plays, from where its playhead is, and not while it stalls', () => {
    const lane = laneOf(
      [
        [1000, 4000],
        [6000, 9000],
      ],
      10_000,
    );
    expect(soundCuts(lane, framesOf({ fps: 30 }, 10_000))).toEqual([
      { fromMs: 1000, toMs: 4000, mediaMs: 0 },
      { fromMs: 6000, toMs: 9000, mediaMs: 3000 },
    ]);
  });

  it('begins in the middle of what is heard when the video does', () => {
    const lane = laneOf([[1000, 9000]], 10_000);
    const frames = framesOf({ fps: 30, fromMs: 3000, toMs: 5000 }, 10_000);
    expect(soundCuts(lane, frames)).toEqual([{ fromMs: 0, toMs: 2000, mediaMs: 2000 }]);
  });

  it('follows a playhead that has come apart from the clock', () => {
    const lane = laneOf([[0, 5000]], 5000);
    for (const sample of lane.samples) if (sample.tMs > 2000) sample.positionS -= 0.5;
    const cuts = soundCuts(lane, framesOf({ fps: 30 }, 5000));
    expect(cuts.map(({ fromMs, toMs }) => [fromMs, toMs])).toEqual([
      [0, 2100],
      [2100, 5000],
    ]);
  });

  it('never goes back, in the video or in the media', () => {
    const stretch = fc.tuple(
      fc.integer({ min: 100, max: 3000 }),
      fc.integer({ min: 100, max: 3000 }),
    );
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 8 }), fc.nat(3000), (gaps, fromMs) => {
        let at = 0;
        const stretches = gaps.map(([pause, play]): [number, number] => {
          const from = at + pause;
          at = from + play;
          return [from, at];
        });
        const frames = framesOf({ fps: 30, fromMs }, 60_000);
        let [videoMs, mediaMs] = [0, 0];
        for (const cut of soundCuts(laneOf(stretches, 60_000), frames)) {
          expect(cut.fromMs).toBeGreaterThanOrEqual(videoMs);
          expect(cut.toMs).toBeGreaterThan(cut.fromMs);
          expect(cut.mediaMs).toBeGreaterThanOrEqual(mediaMs);
          [videoMs, mediaMs] = [cut.toMs, cut.mediaMs + cut.toMs - cut.fromMs];
        }
      }),
    );
  });
});

/** Decoded sound whose every sample is its own number (modulo 30,000) plus 1, in pieces that are cut anywhere. */
async function* counted(samples: number, piece: number): AsyncGenerator<Uint8Array> {
  const all = Int16Array.from({ length: samples * 2 }, (_, i) => (Math.floor(i / 2) % 30_000) + 1);
  const bytes = new Uint8Array(all.buffer);
  for (let at = 0; at < bytes.length; at += piece) {
    yield await Promise.resolve(bytes.subarray(at, at + piece));
  }
}

async function cut(...args: Parameters<typeof cutSound>): Promise<Int16Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of cutSound(...args)) pieces.push(piece.slice());
  const bytes = Buffer.concat(pieces);
  return new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

describe('cut sound', () => {
  it('is exact to the sample, silent between its cuts, and as long as the video', async () => {
    const cuts = [
      { fromMs: 10, toMs: 20, mediaMs: 5 },
      { fromMs: 30, toMs: 40, mediaMs: 50 },
    ];
    for (const piece of [3, 1000, 1e6]) {
      const sound = await cut(counted(SOUND_RATE / 10, piece), cuts, { lengthMs: 50 });
      expect(sound).toHaveLength((2 * SOUND_RATE * 50) / 1000);
      const left = (ms: number, more = 0) => sound[2 * ((SOUND_RATE * ms) / 1000 + more)];
      expect([left(9), left(10, -1), left(10), left(20, -1), left(20)]).toEqual([
        ...[0, 0, 241, 720, 0],
      ]);
      expect([left(30, -1), left(30), left(40, -1), left(40)]).toEqual([0, 2401, 2880, 0]);
    }
  });

  it('begins with any of its samples, and is silent where the media has ended', async () => {
    const cuts = [{ fromMs: 0, toMs: 100, mediaMs: 0 }];
    const sound = await cut(counted(2400, 999), cuts, { lengthMs: 100, from: 1024 });
    expect(sound).toHaveLength(2 * (4800 - 1024));
    expect([sound[0], sound[2 * (2399 - 1024)], sound[2 * (2400 - 1024)]]).toEqual([1025, 2400, 0]);
  });
});
