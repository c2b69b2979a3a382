import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  MAX_STAMP,
  readStamp,
  STAMP_CELL,
  STAMP_CELLS,
  stampOf,
} from '../../../model/video/frame-stamp';

it('a stamp is read as what was stamped, and what is no stamp as none', () => {
  fc.assert(
    fc.property(fc.nat(MAX_STAMP), fc.nat(40), (frame, noise) => {
      const cells = stampOf(frame);
      expect(cells).toHaveLength(STAMP_CELLS);
      const light = (x: number) => (cells[Math.floor(x / STAMP_CELL)] ? 255 - noise : noise);
      expect(readStamp(light)).toBe(frame);
    }),
  );
  for (const ground of [0, 128, 255]) expect(readStamp(() => ground)).toBeNull();
});
