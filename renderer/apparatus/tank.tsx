import { useId } from 'react';
import { fills, PITCH } from './paint-tank';
import { ROWS } from './tile-scale';
import { TilePatterns } from './tile-patterns';

interface TankProps {
  shape: 'file' | 'tank' | 'tube';
  cols?: number;
  /** Tiles that may ever be held here; drawn pale. */
  room: number;
  children?: React.ReactNode;
}

const H = ROWS * PITCH;
/** A tile of which less than this is used is not drawn as room. */
const SLIVER = 0.1;
/** Width of the dog-ear of a file. */
const EAR = 15;

/** Open glass of tiles, filled from the bottom; as a file, a sheet with a dog-ear, read from the top. */
export function Tank({ shape, cols = 10, room, children }: TankProps) {
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
      {file ? <Sheet w={w} /> : <Glass w={w} />}
      {children}
    </svg>
  );
}

function Glass({ w }: { w: number }) {
  return (
    <path
      d={`M-1 -1V${String(H + 1)}H${String(w + 1)}V-1`}
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
