import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placementOf } from '../../../electron/main/presenter/placement';

const displaysOf = (...ids: number[]) => ids.map((id) => ({ id }));

describe('where stage and notes stand', () => {
  it('leaves the stage alone on the only screen', () => {
    expect(placementOf(displaysOf(1), 1, false)).toEqual({ stage: 1, notes: null });
    expect(placementOf(displaysOf(1), 1, true)).toEqual({ stage: 1, notes: null });
  });

  it('keeps the notes where presenting began, and swaps them', () => {
    expect(placementOf(displaysOf(1, 2), 1, false)).toEqual({ stage: 2, notes: 1 });
    expect(placementOf(displaysOf(1, 2), 2, false)).toEqual({ stage: 1, notes: 2 });
    expect(placementOf(displaysOf(1, 2), 1, true)).toEqual({ stage: 1, notes: 2 });
  });

  it('brings the stage to what is left, whichever screen is pulled out, and back when it is there again', () => {
    const screens = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(screens, fc.integer({ min: 1, max: 9 }), fc.boolean(), (ids, began, swapped) => {
        const whole = placementOf(displaysOf(...ids), began, swapped);
        for (const pulled of ids) {
          const left = ids.filter((id) => id !== pulled);
          const placement = placementOf(displaysOf(...left), began, swapped);
          if (left.length === 0) {
            expect(placement).toBeNull();
            continue;
          }
          expect(left).toContain(placement?.stage);
          if (left.length === 1) expect(placement?.notes).toBeNull();
          else {
            expect(left).toContain(placement?.notes);
            expect(placement?.notes).not.toBe(placement?.stage);
          }
        }
        expect(placementOf(displaysOf(...ids), began, swapped)).toEqual(whole);
      }),
    );
  });
});
