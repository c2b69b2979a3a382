import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_CELLS } from '../../../model/camera/time-code';
import {
  CELL_WIDTH,
  middleOfStrip,
  PICTURE,
  PICTURE_ROWS,
  STRIP_HEIGHT,
} from '../../../renderer/camera/time-code-layout';

describe('the strip', () => {
  it('fills the bottom of the picture with whole cells', () => {
    expect(CELL_WIDTH * CODE_CELLS).toBe(PICTURE.width);
    expect(CELL_WIDTH % 4).toBe(0);
    expect(PICTURE_ROWS + STRIP_HEIGHT).toBe(PICTURE.height);
  });

  it('is read in its middle, however large the picture is shown', () => {
    expect(middleOfStrip(360)).toEqual({ top: 348, rows: 8 });
    fc.assert(
      fc.property(fc.integer({ min: 90, max: 4320 }), (height) => {
        const { top, rows } = middleOfStrip(height);
        const strip = (height * STRIP_HEIGHT) / PICTURE.height;
        expect(top - (height - strip)).toBeCloseTo(strip / 4, 6);
        expect(height - (top + rows)).toBeCloseTo(strip / 4, 6);
      }),
    );
  });
});
