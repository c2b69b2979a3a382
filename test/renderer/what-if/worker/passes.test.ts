import fc from 'fast-check';
import { expect, it } from 'vitest';
import { passes } from '../../../../renderer/what-if/worker/passes';

it('every value is worked out once; the first pass spans the axis', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 60 }), (array) => {
      const values = array.sort((a, b) => a - b);
      const done = passes(values);
      expect(done.flat().sort((a, b) => a - b)).toEqual(values);
      expect(done[0]?.[0]).toBe(values[0]);
      expect(done[0]?.at(-1)).toBe(values.at(-1));
      for (const pass of done) expect([...pass].sort((a, b) => a - b)).toEqual(pass);
    }),
  );
});
