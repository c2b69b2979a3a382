import { PITCH } from './paint-tank';
import { ROWS } from './tile-scale';

/** Height of a tube, in SVG user units. */
export const TUBE_H = ROWS * PITCH;

/** The ruler beside a tube that is `w` wide: a word at its foot, its middle and its top. */
export function Ruler({ w, words }: { w: number; words: readonly [string, string, string] }) {
  return words.map((word, i) => {
    const y = TUBE_H - (i * TUBE_H) / 2;
    return (
      <g key={i}>
        <path d={`M${String(w + 1)} ${String(y)}h5`} stroke="var(--glass)" strokeWidth="1.5" />
        <text x={w + 10} y={y + 4}>
          {word}
        </text>
      </g>
    );
  });
}

/** Where playback starts: a bar across the tube, and its name. */
export function StartBar({ w, y, word }: { w: number; y: number; word: string }) {
  return (
    <>
      <path d={`M-8 ${String(y)}H${String(w + 7)}`} stroke="var(--ink)" strokeWidth="2.5" />
      <text className="mark" x={w + 27} y={y + 4}>
        {word}
      </text>
    </>
  );
}
