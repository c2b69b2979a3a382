import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liveSettingsSchema } from '../../../../model/camera/types';
import {
  LIVE_FIELDS,
  rangeOf,
  readSeconds,
} from '../../../../renderer/source/camera/seconds-field';

describe('seconds that are typed', () => {
  it('are taken with a point, a comma, or their unit', () => {
    for (const typed of [2.5, '2.5', '2,5', ' 2.5 s', '2.5s']) {
      expect(readSeconds('reserveS', typed)).toEqual({ seconds: 2.5, problem: null });
    }
  });

  it('are refused with a sentence that names the range', () => {
    expect(readSeconds('recordS', 200).problem).toBe('A recording of 200 s is outside 1 to 120 s.');
    expect(readSeconds('reserveS', '0,2').problem).toBe(
      'A reserve of 0.2 s is outside 0.5 to 60 s.',
    );
    expect(readSeconds('reserveS', 'soon').problem).toBe(
      '“soon” is not a number of seconds; write 0.5 to 60.',
    );
  });

  it('that are nothing are said to be missing', () => {
    expect(readSeconds('recordS', ' ').problem).toBe('Write a number of seconds, 1 to 120.');
  });

  it('are taken exactly when the settings of a run take them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LIVE_FIELDS),
        fc.double({ min: -10, max: 200, noNaN: true }),
        (field, seconds) => {
          const taken = readSeconds(field, seconds).problem === null;
          expect(taken).toBe(liveSettingsSchema.shape[field].safeParse(seconds).success);
          const { least, most } = rangeOf(field);
          expect(taken).toBe(seconds >= least && seconds <= most);
        },
      ),
    );
  });
});
