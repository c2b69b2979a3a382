import { useId } from 'react';
import { fills, Glass, outline, PITCH, TilePatterns } from '../../apparatus/tank';

interface TileBinProps {
  /** Tiles that are filled, may be fractional, and that may ever be. */
  tiles: number;
  room: number;
  rows: number;
  /** Tiles of each piece that came in one, outlined in ink; 0 where nothing came so. */
  lump?: number;
  /** What is in it reached nobody: red outlines in place of tiles. */
  lost?: boolean;
}

/** A lying vessel of tiles, filled row by row from the bottom; what it says in words stands under it. */
export function TileBin({ tiles, room, rows, lump = 0, lost = false }: TileBinProps) {
  const id = useId();
  const cols = Math.max(1, Math.ceil(room / rows));
  const [w, h] = [cols * PITCH, rows * PITCH];
  const filled = Math.min(tiles, cols * rows);
  return (
    <svg
      className="bin"
      viewBox={`-2 -2 ${String(w + 4)} ${String(h + 4)}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <TilePatterns id={id} unread={false} />
      {lost && (
        <pattern id={`${id}l`} width={PITCH} height={PITCH} patternUnits="userSpaceOnUse">
          <rect className="lost" x="1.75" y="1.75" width="8.5" height="8.5" />
        </pattern>
      )}
      {fills(cols * rows, cols, false, rows).map((rect, i) => (
        <rect key={i} {...rect} fill={`url(#${id}e)`} />
      ))}
      {fills(lost ? Math.ceil(filled) : filled, cols, false, rows).map((rect, i) => (
        <rect key={i} {...rect} fill={`url(#${id}${lost ? 'l' : 'f'})`} />
      ))}
      {lump > 0 && <path className="lump" d={lumps(filled, lump, cols, rows)} />}
      <Glass w={w} h={h} />
    </svg>
  );
}

/** More lumps than this are outlined as one: their outlines would hide the tiles. */
const MAX_LUMPS = 12;

/** The outlines of the lumps that fill a bin, the last of them as far as it is there. */
function lumps(tiles: number, lump: number, cols: number, rows: number): string {
  const each = tiles / lump > MAX_LUMPS ? tiles : lump;
  const outlines: string[] = [];
  for (let from = 0; from < tiles - 1e-6; from += each) {
    const part = { tile: Math.round(from), tiles: Math.round(Math.min(each, tiles - from)) };
    outlines.push(outline(part, cols, false, 0, rows));
  }
  return outlines.join('');
}
