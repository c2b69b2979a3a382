import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Playhead } from '../../../model/camera/playhead';

const steps = fc.array(
  fc.record({
    waitMs: fc.integer({ min: 0, max: 400 }),
    what: fc.constantFrom('look', 'extend', 'play', 'pause', 'jump', 'rate' as const),
    value: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { maxLength: 60 },
);

describe('Playhead', () => {
  it('never falls, never passes what it has, and never moves faster than its pace but in a jump', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const head = new Playhead();
        let nowMs = 0;
        let atS = 0;
        for (const { waitMs, what, value } of all) {
          const mostS = head.moving ? (waitMs / 1000) * head.rate : 0;
          nowMs += waitMs;
          const nowS = head.at(nowMs);
          expect(nowS).toBeGreaterThanOrEqual(atS);
          expect(nowS).toBeLessThanOrEqual(Math.max(atS, head.reachS) + 1e-9);
          expect(nowS - atS).toBeLessThanOrEqual(mostS + 1e-9);
          if (what === 'extend') head.extend(head.reachS + value, nowMs);
          if (what === 'play') head.play(nowMs);
          if (what === 'pause') head.pause(nowMs);
          if (what === 'jump') head.jumpTo(nowS + value, nowMs);
          if (what === 'rate') head.setRate(0.9 + value / 2, nowMs);
          atS = head.at(nowMs);
          expect(atS).toBeGreaterThanOrEqual(nowS);
        }
      }),
    );
  });

  it('keeps to the clock while it has something to play, and loses what it stands for', () => {
    const head = new Playhead();
    head.extend(1, 0);
    head.play(0);
    expect(head.at(600)).toBeCloseTo(0.6, 9);
    expect(head.whenAt(1, 600)).toBeCloseTo(1000, 9);
    expect(head.at(1300)).toBe(1);
    expect(head.drySinceMs).toBeCloseTo(1000, 6);
    head.extend(2, 1500);
    expect(head.drySinceMs).toBeNull();
    expect(head.at(1700)).toBeCloseTo(1.2, 9);
    head.pause(1700);
    expect(head.at(9999)).toBeCloseTo(1.2, 9);
    expect(head.whenAt(1.5, 9999)).toBe(Infinity);
  });
});
