import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_CELLS } from '../../../model/camera/time-code';
import {
  CELL_WIDTH,
  coverOf,
  middleOfStrip,
  PICTURE,
  PICTURE_ROWS,
  STRIP_HEIGHT,
} from '../../../renderer/camera/strip-geometry';

const size = fc.record({
  width: fc.integer({ min: 1, max: 4096 }),
  height: fc.integer({ min: 1, max: 4096 }),
});

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

describe('coverOf', () => {
  it('takes the middle of a picture in the shape that is to be filled, as much as there is', () => {
    fc.assert(
      fc.property(size, size, (from, to) => {
        const { x, y, width, height } = coverOf(from, to);
        expect(width / height).toBeCloseTo(to.width / to.height, 6);
        expect(x + width / 2).toBeCloseTo(from.width / 2, 6);
        expect(y + height / 2).toBeCloseTo(from.height / 2, 6);
        expect(Math.min(x, y)).toBeCloseTo(0, 6);
        expect(Math.max(x, y)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it.each([
    [
      { width: 1280, height: 720 },
      { x: 0, y: 0, width: 1280, height: 720 },
    ],
    [
      { width: 640, height: 480 },
      { x: 0, y: 60, width: 640, height: 360 },
    ],
    [
      { width: 720, height: 360 },
      { x: 40, y: 0, width: 640, height: 360 },
    ],
  ])('of %j takes %j', (from, part) => {
    expect(coverOf(from, PICTURE)).toEqual(part);
  });
});
