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
          expect(clock.windowMs(ranMs * 1000)).toBe(nowMs);
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

describe('SoundClock', () => {
  it('never puts sound behind the moment at which it was heard of, and keeps its distances', () => {
    const heard = fc.array(fc.double({ min: 0, max: 80, noNaN: true }), { minLength: 2 });
    fc.assert(
      fc.property(heard, fc.double({ min: -1e6, max: 1e6, noNaN: true }), (lateMs, shiftMs) => {
        const clock = new SoundClock();
        const bestMs: number[] = [];
        lateMs.forEach((late, i) => {
          const capturedMs = i * 10;
          const heardMs = capturedMs + 10 + late;
          bestMs.push(late);
          const found = clock.capturedMs(capturedMs + shiftMs, 10, heardMs);
          expect(found + 10).toBeLessThanOrEqual(heardMs + 1e-6);
          // As late as the promptest so far, but for the drift that is allowed for.
          const drift = (heardMs + 80) * 1e-4;
          expect(found - capturedMs).toBeLessThanOrEqual(Math.min(...bestMs) + drift + 1e-6);
          expect(found - capturedMs).toBeGreaterThanOrEqual(Math.min(...bestMs) - 1e-6);
        });
      }),
    );
  });

  it('follows a clock that runs a little slow', () => {
    const clock = new SoundClock();
    let found = 0;
    for (let ms = 0; ms < 600_000; ms += 10) {
      const heardMs = ms * (1 + 5e-5) + 10;
      found = clock.capturedMs(ms, 10, heardMs) + 10 - heardMs;
    }
    expect(Math.abs(found)).toBeLessThan(0.1);
  });
});
