import { CODE_CELLS } from '../../model/camera/time-code';

/** The strip of a picture of 360 rows has 16; of another as many for its height. */
const STRIP_SHARE = 16 / 360;

/** A lower strip is lost in the blur of an encoder, rows. */
const MIN_STRIP_ROWS = 8;

/** The rows of a picture's bottom that carry the time code: an even number, as colours have half the size. */
export function stripRows(height: number): number {
  return Math.max(MIN_STRIP_ROWS, 2 * Math.round((height * STRIP_SHARE) / 2));
}

/** Where a cell of the code begins in a picture of this width, px; cell CODE_CELLS begins where the last one ends. */
export function cellLeft(cell: number, width: number): number {
  return Math.round((cell * width) / CODE_CELLS);
}

/** The rows in the middle of the strip of a picture of this height: an encoder blurs what is near its edges. */
export function middleOfStrip(height: number): { top: number; rows: number } {
  const rows = stripRows(height);
  return { top: height - (rows * 3) / 4, rows: rows / 2 };
}
