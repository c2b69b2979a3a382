import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaptureClock, SoundClock } from '../../../model/camera/capture-clock';

describe('CaptureClock', () => {
  it('counts from the start and leaves out every pause', () => {
    const spans = fc.array(
      fc.record({
        runMs: fc.integer({ min: 0, max: 10_000 }),
        pausedMs: fc.integer({ min: 0, max: 10_000 }),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), spans, (startMs, all) => {
        const clock = new CaptureClock();
        expect(clock.timeUs(startMs)).toBeNull();
        clock.start(startMs);
        let nowMs = startMs;
        let ranMs = 0;
        for (const { runMs, pausedMs } of all) {
          nowMs += runMs;
          ranMs += runMs;
          expect(clock.timeUs(nowMs)).toBe(ranMs * 1000);
          clock.pause(nowMs);
          expect(clock.running).toBe(false);
          nowMs += pausedMs;
          expect(clock.timeUs(nowMs)).toBeNull();
          clock.continue(nowMs);
        }
      }),
    );
  });

  it('has no time for what was captured before the start', () => {
    const clock = new CaptureClock();
    clock.start(1000);
    expect(clock.timeUs(999)).toBeNull();
  });
});

/** Sound that is given in pieces of 10 ms, each heard of so late, and comes out in packets of 20 ms. */
function packets(lateMs: readonly number[], speed = 1): { capturedMs: number; trueMs: number }[] {
  const clock = new SoundClock();
  const out: { capturedMs: number; trueMs: number }[] = [];
  lateMs.forEach((late, i) => {
    clock.given(10, (i + 1) * 10 * speed + late);
    if (i % 2 === 1) out.push({ capturedMs: clock.encoded(20), trueMs: (i - 1) * 10 * speed });
  });
  return out;
}

describe('SoundClock', () => {
  it('puts a packet no earlier than it was captured, and as late as the promptest piece of late', () => {
    const late = fc.array(fc.double({ min: 0, max: 80, noNaN: true }), { minLength: 2 });
    fc.assert(
      fc.property(late, (lateMs) => {
        packets(lateMs).forEach(({ capturedMs, trueMs }, i) => {
          const best = Math.min(...lateMs.slice(0, 2 * i + 2));
          expect(capturedMs - trueMs).toBeCloseTo(best, 6);
        });
      }),
    );
  });

  it('keeps to the window though the device runs slow or fast by three in a hundred', () => {
    for (const speed of [0.97, 1.03]) {
      const all = packets(new Array<number>(6000).fill(4), speed);
      for (const { capturedMs, trueMs } of all) {
        expect(Math.abs(capturedMs - trueMs)).toBeLessThan(70);
      }
    }
  });

  it('begins anew behind a gap', () => {
    const clock = new SoundClock();
    clock.given(10, 10);
    clock.encoded(20);
    clock.restart();
    expect(clock.given(10, 5010)).toBe(5000);
    expect(clock.encoded(20)).toBe(5000);
  });
});
