import { markOf } from './attr-writer';
import { ROWS } from './tile-scale';

/** Pitch of a tile in SVG user units. */
export const PITCH = 12;

interface Fill {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A number of tiles as three rectangles: the full rows, the whole tiles of the next row, and the rest of a tile. */
export function fills(tiles: number, cols: number, fromTop: boolean): [Fill, Fill, Fill] {
  const held = Math.min(Math.max(0, tiles), cols * ROWS);
  const rows = Math.floor(held / cols + 1e-9);
  const rest = Math.max(0, held - rows * cols);
  const whole = Math.floor(rest + 1e-9);
  const y = fromTop ? rows * PITCH : (ROWS - rows - 1) * PITCH;
  return [
    { x: 0, y: fromTop ? 0 : y + PITCH, width: cols * PITCH, height: rows * PITCH },
    { x: 0, y, width: whole * PITCH, height: PITCH },
    { x: whole * PITCH, y, width: Math.max(0, rest - whole) * PITCH, height: PITCH },
  ];
}

/** Draws a level of tiles in a tank of `cols` columns; a file is read from the top, a tank fills from the bottom. */
export function tankPainter(
  svg: Element,
  { cols, fromTop = false }: { cols: number; fromTop?: boolean },
): (tiles: number) => void {
  const marks = [markOf(svg, 'rows'), markOf(svg, 'whole'), markOf(svg, 'rest')];
  return (tiles) => {
    fills(tiles, cols, fromTop).forEach((fill, i) => {
      const mark = marks[i];
      mark?.length('x', fill.x);
      mark?.length('y', fill.y);
      mark?.length('width', fill.width);
      mark?.length('height', fill.height);
    });
  };
}
