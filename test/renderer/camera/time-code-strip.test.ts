import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_CELLS, CODE_SPAN_MS, timeCode } from '../../../model/camera/time-code';
import { codeIn } from '../../../renderer/camera/time-code-strip';

const moment = fc.nat({ max: CODE_SPAN_MS - 1 });

/** A row as the reader gets it: four samples a cell, and how light each kind of cell came out. */
function rowOf(cells: readonly boolean[], light: number, dark: number): number[] {
  return cells.flatMap((on) => Array<number>(4).fill(on ? light : dark));
}

describe('codeIn', () => {
  it('reads cells that an encoder has made greyer, whatever is at their edges', () => {
    const shade = fc.integer({ min: 0, max: 90 });
    const edge = fc.array(fc.integer({ min: 0, max: 255 }), {
      minLength: CODE_CELLS * 2,
      maxLength: CODE_CELLS * 2,
    });
    fc.assert(
      fc.property(moment, shade, shade, edge, (ms, off, on, edges) => {
        const row = rowOf(timeCode(ms), 255 - off, on);
        edges.forEach((value, i) => {
          row[Math.floor(i / 2) * 4 + (i % 2 === 0 ? 0 : 3)] = value;
        });
        expect(codeIn(row)).toBe(ms);
      }),
    );
  });

  it('finds none in a picture that is dark, light, grey or of one cell in doubt', () => {
    for (const shade of [0, 16, 128, 235, 255]) {
      expect(codeIn(rowOf(timeCode(123_456), shade, shade))).toBeNull();
    }
    fc.assert(
      fc.property(moment, fc.nat({ max: CODE_CELLS - 1 }), (ms, cell) => {
        const row = rowOf(timeCode(ms), 255, 0);
        row.fill(128, cell * 4, cell * 4 + 4);
        expect(codeIn(row)).toBeNull();
      }),
    );
  });
});
