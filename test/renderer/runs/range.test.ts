import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstRange,
  following,
  movedTo,
  zoomed,
  type Range,
} from '../../../renderer/runs/scrub/range';

const lengths = fc.integer({ min: 0, max: 3_600_000 });
const changes = fc.array(
  fc.record({
    how: fc.constantFrom('zoom', 'move', 'follow'),
    factor: fc.double({ min: 0.1, max: 10, noNaN: true }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
);

describe('the stretch that a timeline shows', () => {
  it('lies within the run, whatever is done to it', () => {
    fc.assert(
      fc.property(lengths, changes, (lengthMs, all) => {
        let range: Range = firstRange(lengthMs);
        for (const { how, factor, share } of all) {
          const atMs = share * lengthMs;
          if (how === 'zoom') range = zoomed(range, factor, atMs, lengthMs);
          else if (how === 'move') range = movedTo(range, atMs, lengthMs);
          else {
            range = following(range, atMs, lengthMs);
            expect(following(range, atMs, lengthMs)).toBe(range);
            expect(range.fromMs).toBeLessThanOrEqual(atMs + 1e-6);
            expect(range.toMs).toBeGreaterThanOrEqual(atMs - 1e-6);
          }
          expect(range.fromMs).toBeGreaterThanOrEqual(0);
          expect(range.toMs).toBeLessThanOrEqual(Math.max(1000, lengthMs) + 1e-6);
          expect(range.toMs - range.fromMs).toBeGreaterThanOrEqual(1000 - 1e-6);
        }
      }),
    );
  });

  it('keeps what is pointed at where it is while it is zoomed', () => {
    const range = { fromMs: 20_000, toMs: 40_000 };
    const closer = zoomed(range, 0.5, 25_000, 100_000);
    expect(closer).toEqual({ fromMs: 22_500, toMs: 32_500 });
    expect(zoomed(closer, 2, 25_000, 100_000)).toEqual(range);
  });

  it('stays as long as it holds the moment', () => {
    const range = { fromMs: 20_000, toMs: 40_000 };
    expect(following(range, 40_000, 100_000)).toBe(range);
    expect(following(range, 41_000, 100_000)).toEqual({ fromMs: 39_000, toMs: 59_000 });
    // A moment that is written in tenths may lie behind the end.
    const whole = firstRange(20_692);
    expect(following(whole, 20_700, 20_692)).toBe(whole);
  });
});
