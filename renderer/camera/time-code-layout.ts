import { CODE_CELLS } from '../../model/camera/time-code';

/** What a camera is recorded at, whatever it offers, px; 16:9. */
export const PICTURE = { width: 640, height: 360, perSecond: 30 } as const;

/** The rows of its bottom that carry the time code, px. */
export const STRIP_HEIGHT = 16;

/** One cell of the code, px: whole blocks of 4, so that an encoder's small blocks hold no edge. */
export const CELL_WIDTH = PICTURE.width / CODE_CELLS;

/** What is left for the picture above the strip, px. */
export const PICTURE_ROWS = PICTURE.height - STRIP_HEIGHT;

/** The rows in the middle of the strip of a picture of this height: an encoder blurs what is near its edges. */
export function middleOfStrip(height: number): { top: number; rows: number } {
  const scale = height / PICTURE.height;
  return { top: (PICTURE_ROWS + STRIP_HEIGHT / 4) * scale, rows: (STRIP_HEIGHT / 2) * scale };
}
