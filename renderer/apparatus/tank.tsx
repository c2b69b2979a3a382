import { useId } from 'react';
import type { TilePlace } from './chunk-places';
import { ROWS } from './tile-scale';
import { partWriter } from './use-renderer';

interface TankProps {
  shape: 'file' | 'tank' | 'tube';
  cols?: number;
  /** Tiles that may ever be held here; drawn pale. */
  room: number;
  children?: React.ReactNode;
}

/** Pitch of a tile in SVG user units. */
export const PITCH = 12;

const H = ROWS * PITCH;
/** A tile of which less than this is used is not drawn as room. */
const SLIVER = 0.1;
/** Width of the dog-ear of a file. */
const EAR = 15;

/** Open glass of tiles, filled from the bottom; as a file, a sheet with a dog-ear, read from the top. */
export function Gauge({ shape, cols = 10, room, children }: TankProps) {
  const id = useId();
  const w = cols * PITCH;
  const file = shape === 'file';
  return (
    <svg
      className="tank"
      data-part="tank"
      role="img"
      viewBox={`-2 -2 ${String(10 * PITCH + 4)} ${String(H + 4)}`}
    >
      <TilePatterns id={id} unread={file} />
      {fills(Math.ceil(room - SLIVER), cols, file).map((rect, i) => (
        <rect key={i} {...rect} fill={`url(#${id}e)`} />
      ))}
      {['rows', 'whole', 'rest'].map((part) => (
        <rect key={part} data-part={part} width="0" height="0" fill={`url(#${id}f)`} />
      ))}
      {!file && <path className="tile-marks" data-part="marks" />}
      {file ? <Sheet w={w} /> : <Glass w={w} />}
      <path className="chunk-halo" data-part="halo" />
      <path className="chunk-frame" data-part="frame" />
      {children}
    </svg>
  );
}

/** Three sides of a vessel that is open at its top, around tiles of this width and height. */
export function Glass({ w, h = H }: { w: number; h?: number }) {
  return (
    <path
      d={`M-1 -1V${String(h + 1)}H${String(w + 1)}V-1`}
      fill="none"
      stroke="var(--glass)"
      strokeWidth="2"
    />
  );
}

function Sheet({ w }: { w: number }) {
  const ear = `M${String(w - EAR)} -1V${String(EAR)}H${String(w + 1)}`;
  return (
    <>
      <path
        d={`M${String(w - EAR + 1)} -2V${String(EAR - 1)}H${String(w + 2)}V-2Z`}
        fill="var(--surface)"
      />
      <path d={`${ear}Z`} fill="var(--surface)" stroke="var(--glass)" strokeWidth="1.5" />
      <path
        d={`M-1 -1H${String(w - EAR)}L${String(w + 1)} ${String(EAR)}V${String(H + 1)}H-1Z`}
        fill="none"
        stroke="var(--glass)"
        strokeWidth="1.5"
      />
    </>
  );
}

interface Fill {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A number of tiles as three rectangles: the full rows, the whole tiles of the next row, and the rest of a tile. */
export function fills(
  tiles: number,
  cols: number,
  fromTop: boolean,
  rows = ROWS,
): [Fill, Fill, Fill] {
  const held = Math.min(Math.max(0, tiles), cols * rows);
  const full = Math.floor(held / cols + 1e-9);
  const rest = Math.max(0, held - full * cols);
  const whole = Math.floor(rest + 1e-9);
  const y = fromTop ? full * PITCH : (rows - full - 1) * PITCH;
  return [
    { x: 0, y: fromTop ? 0 : y + PITCH, width: cols * PITCH, height: full * PITCH },
    { x: 0, y, width: whole * PITCH, height: PITCH },
    { x: whole * PITCH, y, width: Math.max(0, rest - whole) * PITCH, height: PITCH },
  ];
}

/**
 * Draws a level of tiles in a tank of `cols` columns; a file is read from the top, a tank fills from the bottom. To
 * the hundredth when it is `exact`, else when something has moved by a unit, about a pixel.
 */
export function gaugeRenderer(
  svg: Element,
  { cols, fromTop = false }: { cols: number; fromTop?: boolean },
): (tiles: number, exact?: boolean) => void {
  const marks = [partWriter(svg, 'rows'), partWriter(svg, 'whole'), partWriter(svg, 'rest')];
  return (tiles, exact = true) => {
    const coarse = exact ? 0 : 1;
    fills(tiles, cols, fromTop).forEach((fill, i) => {
      const mark = marks[i];
      mark?.length('x', fill.x, coarse);
      mark?.length('y', fill.y, coarse);
      mark?.length('width', fill.width, coarse);
      mark?.length('height', fill.height, coarse);
    });
  };
}

/** Marks tiles of a tank of `cols` columns that stand out, each with a bar in its middle; a tank fills from the bottom. */
export function markRenderer(svg: Element, cols: number): (tiles: readonly number[]) => void {
  const marks = partWriter(svg, 'marks');
  return (tiles) => {
    const shown = tiles.filter((tile) => tile >= 0 && tile < cols * ROWS);
    marks.set('d', [...new Set(shown)].map((tile) => markAt(tile, cols)).join(''));
  };
}

function markAt(tile: number, cols: number): string {
  const x = (tile % cols) * PITCH;
  const y = (ROWS - Math.floor(tile / cols) - 1) * PITCH;
  return `M${String(x + 3)} ${String(y + 4.5)}h6v3h-6z`;
}

/** An outline around tiles, one a row: `out` of it is kept from the tile's edge. */
export function outline(
  { tile, tiles }: TilePlace,
  cols: number,
  fromTop: boolean,
  out: number,
  rows = ROWS,
): string {
  const end = Math.min(tile + tiles, cols * rows);
  const boxes: string[] = [];
  for (let from = tile; from < end;) {
    const row = Math.floor(from / cols);
    const to = Math.min(end, (row + 1) * cols);
    const x = (from - row * cols) * PITCH - out;
    const y = (fromTop ? row : rows - row - 1) * PITCH - out;
    const width = (to - from) * PITCH + 2 * out;
    boxes.push(
      `M${String(x)} ${String(y)}h${String(width)}v${String(PITCH + 2 * out)}h${String(-width)}z`,
    );
    from = to;
  }
  return boxes.join('');
}

/** Frames tiles of a tank of `cols` columns in ink, with a gap to the tile; none for null. */
export function frameRenderer(
  svg: Element,
  { cols, fromTop = false }: { cols: number; fromTop?: boolean },
): (place: TilePlace | null) => void {
  const [halo, frame] = [partWriter(svg, 'halo'), partWriter(svg, 'frame')];
  return (place) => {
    halo.set('d', place ? outline(place, cols, fromTop, -1.25) : '');
    frame.set('d', place ? outline(place, cols, fromTop, 0.25) : '');
  };
}

/** The two tiles of a tank as fills of its svg: one that is held, `#{id}f`, and one that is not, `#{id}e`. */
export function TilePatterns({ id, unread }: { id: string; unread: boolean }) {
  return (
    <defs>
      <pattern id={`${id}e`} width={PITCH} height={PITCH} patternUnits="userSpaceOnUse">
        {unread ? (
          <rect x="3.5" y="3.5" width="5" height="5" fill="var(--unread-tile)" />
        ) : (
          <rect x="1" y="1" width="10" height="10" fill="var(--empty-tile)" />
        )}
      </pattern>
      <pattern id={`${id}f`} width={PITCH} height={PITCH} patternUnits="userSpaceOnUse">
        <rect x=".75" y=".75" width="10.5" height="10.5" fill="var(--hue)" />
      </pattern>
    </defs>
  );
}
