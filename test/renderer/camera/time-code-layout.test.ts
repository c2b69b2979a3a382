import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_CELLS } from '../../../model/camera/time-code';
import { cellLeft, middleOfStrip, stripRows } from '../../../renderer/camera/time-code-layout';

const height = fc.integer({ min: 90, max: 1280 });

describe('the strip', () => {
  it('has 16 rows of 360, twice as many of 720, and never too few to be read', () => {
    expect([360, 720, 480, 90].map(stripRows)).toEqual([16, 32, 22, 8]);
    fc.assert(
      fc.property(height, (rows) => {
        const strip = stripRows(rows);
        expect(strip % 2).toBe(0);
        expect(strip).toBeGreaterThanOrEqual(8);
        expect(Math.abs(strip - (rows * 16) / 360)).toBeLessThanOrEqual(4);
      }),
    );
  });

  it('fills the width of a picture with cells of one width, to a pixel', () => {
    fc.assert(
      fc.property(fc.integer({ min: 160, max: 1280 }), (width) => {
        expect([cellLeft(0, width), cellLeft(CODE_CELLS, width)]).toEqual([0, width]);
        for (let cell = 0; cell < CODE_CELLS; cell += 1) {
          const cells = cellLeft(cell + 1, width) - cellLeft(cell, width);
          expect(Math.abs(cells - width / CODE_CELLS)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('is read in its middle, whatever the height', () => {
    expect(middleOfStrip(360)).toEqual({ top: 348, rows: 8 });
    fc.assert(
      fc.property(height, (all) => {
        const { top, rows } = middleOfStrip(all);
        const strip = stripRows(all);
        expect(top - (all - strip)).toBeCloseTo(strip / 4, 6);
        expect(all - (top + rows)).toBeCloseTo(strip / 4, 6);
      }),
    );
  });
});
