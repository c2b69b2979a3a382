import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FramePlayout } from '../../../model/camera/frame-playout';
import {
  arrivalsOf,
  arriving,
  madePicture,
  madeSound,
  madeStreams,
  PICTURE_US,
  type MadeStream,
} from './made-frames';

const PICTURE_S = PICTURE_US / 1e6;

const pace = (lagS: number): number => (lagS > 0.015 ? 1.2 : lagS < -0.015 ? 0.9 : 1);

const playoutOf = (reserveS: number | null): FramePlayout =>
  new FramePlayout({ reserveS, pictureS: PICTURE_S, paceOf: pace });

interface Played {
  playout: FramePlayout;
  /** Numbers of the pictures that were decoded, in order. */
  decoded: number[];
  /** How old the playhead's moment was at the end, ms. */
  behindMs: number;
}

/** A window looks this often, ms. */
const STEP_MS = 10;

/** Each run of a property plays seconds of video: so many tell enough. */
const RUNS = { numRuns: Number(process.env['FC_RUNS'] ?? 25) };

/** Plays a stream in such steps, as a window would; `at` is called at each. */
function play(
  reserveS: number | null,
  stream: MadeStream,
  at: (playout: FramePlayout, nowMs: number) => void = () => undefined,
): Played {
  const playout = playoutOf(reserveS);
  const arrivals = arrivalsOf(stream);
  const decoded: number[] = [];
  const endMs = (arrivals.at(-1)?.atMs ?? 0) + (arrivals.length * PICTURE_US) / 1000 + 1000;
  let next = 0;
  let begun = false;
  let nowMs = 0;
  for (; nowMs < endMs; nowMs += STEP_MS) {
    for (let each; (each = arrivals[next]) && each.atMs <= nowMs; next += 1) {
      playout.arrived(each.frame, nowMs);
    }
    if (!begun && playout.playableS(nowMs) >= Math.max(0.03, reserveS ?? 0)) {
      begun = true;
      playout.play(nowMs);
    }
    at(playout, nowMs);
    for (let frame; begun && (frame = playout.nextPicture(nowMs, 0));) {
      decoded.push(Math.round(frame.timeUs / PICTURE_US));
    }
  }
  return { playout, decoded, behindMs: nowMs - playout.positionS(nowMs) * 1000 };
}

const all = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

describe('FramePlayout', () => {
  it('that stays behind decodes every picture once, in order, whatever the link does', () => {
    fc.assert(
      fc.property(madeStreams, fc.constantFrom(null, 0.2, 0.5), (stream, reserveS) => {
        const { playout, decoded } = play(reserveS, stream, (now, ms) => now.keepPace(false, ms));
        const lengthS = stream.lateMs.length * PICTURE_S;
        if (lengthS >= (reserveS ?? 0) + 0.1) expect(decoded).toEqual(all(stream.lateMs.length));
        expect(playout.positionS(1e9)).toBeLessThanOrEqual(lengthS + 1e-9);
      }),
      RUNS,
    );
  });

  it('that skips begins with a key frame wherever it leaves something out, and ends near live', () => {
    fc.assert(
      fc.property(madeStreams, (stream) => {
        let skipped = false;
        const { decoded } = play(null, stream, (now, ms) => {
          if (now.skip(ms) !== null) skipped = true;
        });
        decoded.forEach((each, i) => {
          const before = decoded[i - 1];
          if (before === undefined || each === before + 1) return;
          expect(skipped).toBe(true);
          expect(each).toBeGreaterThan(before);
          expect(stream.keys.has(each)).toBe(true);
        });
        expect(decoded.at(-1)).toBe(stream.lateMs.length - 1);
      }),
      RUNS,
    );
  });

  it('of a decoder that is too slow goes on with key frames, and lets nothing pile up', () => {
    const decodeMs = fc.integer({ min: 34, max: 400 });
    fc.assert(
      fc.property(decodeMs, fc.constantFrom(null, 0.5), (eachMs, reserveS) => {
        const keyEvery = 60;
        const keys = new Set(all(600).filter((i) => i % keyEvery === 0));
        const quiet = { lateMs: new Array<number>(600).fill(0), cut: { from: 0, to: 0 }, keys };
        const arrivals = arrivalsOf(quiet);
        const playout = playoutOf(reserveS);
        const decoding: number[] = [];
        let [next, before, freeMs] = [0, -1, 0];
        for (let nowMs = 0; nowMs < 20_000; nowMs += STEP_MS) {
          for (let each; (each = arrivals[next]) && each.atMs <= nowMs; next += 1) {
            playout.arrived(each.frame, nowMs);
          }
          if (playout.playableS(nowMs) > (reserveS ?? 0)) playout.play(nowMs);
          for (let frame; (frame = playout.nextPicture(nowMs, decoding.length));) {
            const number = Math.round(frame.timeUs / PICTURE_US);
            if (number !== before + 1) expect(keys.has(number)).toBe(true);
            before = number;
            decoding.push(number);
          }
          expect(decoding.length).toBeLessThanOrEqual(10);
          const oldest = decoding[0];
          if (oldest === undefined || freeMs > nowMs) continue;
          decoding.shift();
          freeMs = nowMs + eachMs;
          // It waits for the decoder, and at most for the next key frame before that.
          const lateS = playout.positionS(nowMs) - oldest * PICTURE_S;
          expect(lateS).toBeLessThan(keyEvery * PICTURE_S + (11 * (eachMs + STEP_MS)) / 1000);
        }
        expect(before).toBeGreaterThan(400);
      }),
      RUNS,
    );
  });

  it('shows the next picture one frame after it could on a quiet link', () => {
    const quiet = {
      lateMs: new Array<number>(300).fill(0),
      cut: { from: 0, to: 0 },
      keys: new Set([0]),
    };
    let behindMs = 0;
    play(null, quiet, (playout, nowMs) => {
      if (nowMs === 8000) behindMs = nowMs - playout.positionS(nowMs) * 1000;
    });
    // 8 ms on the way, one frame of cushion, and what the pace lets be.
    expect(behindMs).toBeGreaterThan(8 + 33 - 16);
    expect(behindMs).toBeLessThan(8 + 33 + 5 + 16);
  });

  it('keeps its reserve within 50 ms through jitter', () => {
    const late = fc.array(fc.double({ min: 0, max: 40, noNaN: true }), {
      minLength: 300,
      maxLength: 300,
    });
    fc.assert(
      fc.property(late, (lateMs) => {
        const stream = { lateMs, cut: { from: 0, to: 0 }, keys: new Set([0]) };
        play(1, stream, (playout, nowMs) => {
          if (nowMs < 2000 || nowMs > 9500) return;
          const behindMs = nowMs - playout.positionS(nowMs) * 1000;
          expect(Math.abs(behindMs - 1000)).toBeLessThanOrEqual(50);
        });
      }),
      RUNS,
    );
  });

  it('catches up with what it lost to jitter, and is not hurried by more than a second', () => {
    const lateMs = all(400).map((i) => (i >= 100 && i < 115 ? 400 : 0));
    const stream = { lateMs, cut: { from: 0, to: 0 }, keys: new Set([0]) };
    const behind = new Map<number, number>();
    play(null, stream, (playout, nowMs) => {
      behind.set(nowMs, nowMs - playout.positionS(nowMs) * 1000);
    });
    expect(behind.get(3900)).toBeGreaterThan(300);
    expect(behind.get(12_500)).toBeLessThan(70);
    const cut = { ...stream, lateMs: new Array<number>(400).fill(0), cut: { from: 100, to: 190 } };
    play(null, cut, (playout, nowMs) => {
      if (nowMs > 6400 && nowMs < 12_000) expect(playout.rate).toBe(1);
    });
  });

  it('waits with its pictures for sound that is heard, and for no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 480 }), fc.boolean(), (lateMs, heard) => {
        const playout = playoutOf(null);
        playout.hear(heard, 0);
        for (let i = 0; i < 60; i += 1) {
          const pictureMs = (i * PICTURE_US) / 1000 + 8;
          playout.arrived(arriving(madePicture(i), pictureMs), pictureMs);
          const soundMs = i * 20 + 8 + lateMs;
          playout.arrived(arriving(madeSound(i), soundMs), soundMs);
        }
        const waitMs = heard ? Math.max(1000 * PICTURE_S, lateMs + 5) : 1000 * PICTURE_S;
        expect(playout.targetS * 1000).toBeCloseTo(waitMs, 6);
      }),
    );
  });

  it('leaves sound out that is over, and gives the rest in order', () => {
    const playout = playoutOf(null);
    for (let i = 0; i < 50; i += 1) playout.arrived(arriving(madeSound(i), 0), 0);
    for (let i = 0; i < 30; i += 1) playout.arrived(arriving(madePicture(i), 0), 0);
    playout.play(0);
    playout.skip(0);
    const positionUs = playout.positionS(0) * 1e6;
    const first = playout.nextSound(0);
    expect((first?.timeUs ?? 0) + 20_000).toBeGreaterThanOrEqual(positionUs);
    expect(playout.nextSound(0)?.timeUs).toBe((first?.timeUs ?? 0) + 20_000);
  });

  it('gives no sound to decode while it stands: no moment of it is due', () => {
    const playout = playoutOf(1);
    for (let i = 0; i < 30; i += 1) {
      playout.arrived(arriving(madePicture(i), 0), 0);
      playout.arrived(arriving(madeSound(i), 0), 0);
    }
    expect(playout.nextSound(0)).toBeNull();
    playout.play(0);
    expect(playout.nextSound(0)?.timeUs).toBe(0);
    playout.pause(100);
    expect(playout.nextSound(100)).toBeNull();
    playout.play(500);
    expect(playout.nextSound(500)).not.toBeNull();
    expect(playout.dueMs(playout.positionS(500) * 1e6, 500)).toBeLessThan(Infinity);
  });

  it('ends when the last picture has been played', () => {
    const playout = playoutOf(1);
    playout.arrived(arriving(madePicture(0), 0), 0);
    playout.complete();
    playout.play(0);
    expect(playout.atEnd(20)).toBe(false);
    expect(playout.atEnd(40)).toBe(true);
  });

  it('keeps ten seconds to step back to, and lets go of what is older', () => {
    const playout = playoutOf(null);
    let evictedS = 0;
    for (let i = 0; i < 1500; i += 1) {
      const nowMs = (i * PICTURE_US) / 1000;
      playout.arrived(arriving(madePicture(i), nowMs), nowMs);
      if (i === 0) playout.play(nowMs);
      while (playout.nextPicture(nowMs, 0));
      evictedS = playout.forget(nowMs) ?? evictedS;
      const positionS = playout.positionS(nowMs);
      if (evictedS > 0) expect(positionS - evictedS).toBeGreaterThanOrEqual(10);
      expect(positionS - evictedS).toBeLessThan(18);
      const atS = Math.max(0, positionS - 9);
      expect(playout.pictureAt(atS)[0]?.key).toBe(true);
    }
    expect(evictedS).toBeGreaterThan(30);
  });
});
