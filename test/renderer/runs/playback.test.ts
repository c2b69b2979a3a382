import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordedRun } from '../../../model/run/recorded-run';
import { Playback, RATES } from '../../../renderer/runs/scrub/playback';
import { madeLog } from '../../model/runs/made-runs';

/** A run that is played by a clock of its own: each picture comes so many ms after the one before. */
function played(log = madeLog('dropouts:1.3MB/s@3-6')) {
  const run = new RecordedRun(log);
  let due: ((wallMs: number) => void) | null = null;
  let wallMs = 0;
  const playback = new Playback(run, (then) => {
    due = then;
    return 0;
  });
  const pictures = (count: number, everyMs = 100): void => {
    for (let i = 0; i < count && due; i += 1) {
      const then = due;
      due = null;
      wallMs += everyMs;
      then(wallMs);
    }
  };
  return { run, playback, pictures };
}

describe('playing a kept run', () => {
  it.each(RATES)('at %d times moves so fast, forward and back', (rate) => {
    const { run, playback, pictures } = played();
    playback.setRate(rate);
    run.seek(8000);
    playback.play(1);
    // The first picture only tells the time.
    pictures(6, 50);
    expect(run.shownMs()).toBeCloseTo(8000 + 250 * rate, 6);
    run.seek(8000);
    playback.play(-1);
    pictures(6, 50);
    expect(run.shownMs()).toBeCloseTo(8000 - 250 * rate, 6);
  });

  it('stands at its end, and begins again from the other', () => {
    const { run, playback, pictures } = played();
    playback.play(1);
    expect(run.shownMs()).toBe(0);
    playback.setRate(16);
    pictures(1000);
    expect(run.shownMs()).toBe(run.lengthMs);
    expect(playback.store.getState().direction).toBe(0);
    playback.play(-1);
    pictures(1000);
    expect(run.shownMs()).toBe(0);
    playback.play(-1);
    expect(run.shownMs()).toBe(run.lengthMs);
  });

  it('goes on playing after a jump', () => {
    const { run, playback, pictures } = played();
    playback.play(1);
    pictures(2);
    playback.jump(10_000);
    pictures(3);
    expect(playback.store.getState().direction).toBe(1);
    expect(run.shownMs()).toBeCloseTo(10_300, 6);
  });

  it('stands where it was told to pause, exactly, however far apart pictures are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 3000 }), fc.constantFrom(...RATES), (everyMs, rate) => {
        const { run, playback, pictures } = played();
        playback.setRate(rate);
        playback.setBreak('outage');
        expect(playback.nextBreak()).toBeNull();
        playback.play(1);
        expect(playback.nextBreak()).toBe(3000);
        pictures(10_000, everyMs);
        expect(run.shownMs()).toBe(3000);
        expect(playback.store.getState().direction).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it('steps from one moment to the next and back, and stands there', () => {
    const { run, playback } = played();
    run.seek(0);
    playback.step(1);
    const first = run.shownMs();
    expect(first).toBeGreaterThan(0);
    playback.step(1);
    playback.step(-1);
    expect(run.shownMs()).toBe(first);
    playback.move(100);
    expect(run.shownMs()).toBe(first + 100);
    expect(playback.store.getState().direction).toBe(0);
  });
});
