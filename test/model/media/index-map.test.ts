import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PLAYABLE_S } from '../../../model/delivery/player-machine';
import {
  bytesAt,
  largestStepBytes,
  playableSecondsAt,
  secondsAt,
} from '../../../model/media/index-map';
import { mediaSources } from '../arbitraries';

const index = [
  { bytes: 0, seconds: 0 },
  { bytes: 1000, seconds: 1 },
  { bytes: 5000, seconds: 2 },
  { bytes: 6000, seconds: 4 },
];

describe('a byte-to-time map', () => {
  test('is linear between its points and stays within them', () => {
    expect([-1, 0, 0.5, 1, 1.5, 3, 4, 99].map((s) => bytesAt(index, s))).toEqual([
      0, 0, 500, 1000, 3000, 5500, 6000, 6000,
    ]);
    expect([-1, 0, 500, 3000, 5500, 6000, 1e9].map((b) => secondsAt(index, b))).toEqual([
      0, 0, 0.5, 1.5, 3, 4, 4,
    ]);
  });

  test('makes playable whole steps only', () => {
    expect([0, 999, 1000, 4999, 5000, 6000, 1e9].map((b) => playableSecondsAt(index, b))).toEqual([
      0, 0, 1, 1, 2, 4, 4,
    ]);
  });

  test('does without points', () => {
    for (const few of [[], [{ bytes: 0, seconds: 0 }]]) {
      expect(bytesAt(few, 3)).toBe(0);
      expect(secondsAt(few, 3)).toBe(0);
      expect(playableSecondsAt(few, 3)).toBe(0);
      expect(largestStepBytes(few)).toBe(0);
    }
  });

  test('stands points at the same byte or the same moment', () => {
    const steps = [
      { bytes: 0, seconds: 0 },
      { bytes: 500, seconds: 0 },
      { bytes: 500, seconds: 2 },
      { bytes: 900, seconds: 2 },
    ];
    expect(bytesAt(steps, 0)).toBe(500);
    expect(secondsAt(steps, 500)).toBe(2);
    expect(playableSecondsAt(steps, 500)).toBe(2);
    expect(bytesAt(steps, 2)).toBe(900);
  });

  test('never falls, and its two directions agree', () => {
    fc.assert(
      fc.property(
        mediaSources,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
        (m, shares) => {
          const durationS = m.index.at(-1)?.seconds ?? 0;
          let before = { bytes: 0, seconds: 0, playable: 0 };
          for (const share of shares.sort((a, b) => a - b)) {
            const bytes = bytesAt(m.index, share * durationS);
            const received = share * m.deliveredBytes;
            const seconds = secondsAt(m.index, received);
            const playable = playableSecondsAt(m.index, received);
            expect(bytes).toBeGreaterThanOrEqual(before.bytes);
            expect(seconds).toBeGreaterThanOrEqual(before.seconds);
            expect(playable).toBeGreaterThanOrEqual(before.playable);
            expect(playable).toBeLessThanOrEqual(seconds);
            expect(bytesAt(m.index, playable)).toBeLessThanOrEqual(m.deliveredBytes);
            expect(secondsAt(m.index, bytes)).toBeGreaterThanOrEqual(share * durationS - 1e-9);
            before = { bytes, seconds, playable };
          }
        },
      ),
    );
  });

  test('its largest step lets any playhead move', () => {
    fc.assert(
      fc.property(mediaSources, fc.double({ min: 0, max: 1, noNaN: true }), (m, share) => {
        const positionS = share * (m.index.at(-1)?.seconds ?? 0);
        const received = bytesAt(m.index, positionS) + largestStepBytes(m.index) + 1e-6;
        const enough = playableSecondsAt(m.index, received) - positionS >= PLAYABLE_S - 1e-9;
        expect(enough || received >= m.deliveredBytes).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
