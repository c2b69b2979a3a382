/**
 * The number of a frame, drawn in its upper left corner, where nothing else draws: whoever grabs a picture of the stage
 * sees by it which frame that is. Cells stand in one row, black for 0 and white for 1, the lowest bit first; two cells
 * before them, black and white, tell a stamp from a page that has none.
 */

/** Side of a cell, px of the picture. */
export const STAMP_CELL = 8;

const HEAD = [0, 1] as const;
const NUMBER_BITS = 22;

/** Cells of a stamp. */
export const STAMP_CELLS = HEAD.length + NUMBER_BITS;

/** The largest number that can be stamped. */
export const MAX_STAMP = 2 ** NUMBER_BITS - 1;

/** The cells of a number, 0 or 1 each. */
export function stampOf(frame: number): number[] {
  return [...HEAD, ...Array.from({ length: NUMBER_BITS }, (_, bit) => (frame >> bit) & 1)];
}

/** Reads a stamp: `lightAt` gives the light of the picture at a point, 0 to 255; null where there is no stamp. */
export function readStamp(lightAt: (x: number, y: number) => number): number | null {
  const middle = STAMP_CELL / 2;
  const bits: number[] = [];
  for (let cell = 0; cell < STAMP_CELLS; cell += 1) {
    const light = lightAt(cell * STAMP_CELL + middle, middle);
    if (light > 64 && light < 192) return null;
    bits.push(light < 128 ? 0 : 1);
  }
  if (HEAD.some((bit, i) => bits[i] !== bit)) return null;
  return bits.slice(HEAD.length).reduce((sum, bit, i) => sum + bit * 2 ** i, 0);
}
