/** Where a cut opens the pipe, as shares of its length; styles/lanes.css draws the band at the same place. */
const GAP = { from: 0.55, to: 0.72 };
/** Middle and half height of the pipe, in SVG user units. */
export const MID = 62;
const HALF = 11;

/** The lines of a pipe `width` user units long, whole or broken. */
export interface LinkShape {
  walls: string;
  ends: string;
  ticks: string;
  jags: string;
}

/** Draws the pipe: a ruler one chunk long, with a gap where a cut has opened it. */
export function linkShape(width: number, broken: boolean): LinkShape {
  const from = width * GAP.from;
  const to = width * GAP.to;
  const ticks = Array.from({ length: 11 }, (_, i) => 4 + (i * (width - 8)) / 10).filter(
    (x) => !broken || x < from - 4 || x > to + 4,
  );
  return {
    walls: broken ? wall(-3, from) + wall(to, width + 3) : wall(-3, width + 3),
    ends: `M-4 ${n(MID - HALF - 5)}v${n(2 * HALF + 10)}M${n(width + 4)} ${n(MID - HALF - 5)}v${n(2 * HALF + 10)}`,
    ticks: ticks.map((x) => `M${n(x)} ${n(MID + HALF + 5)}v4`).join(''),
    jags: broken ? jag(from, 1) + jag(to, -1) : '',
  };
}

/** Left edge of the chunk's tile when this share of its bytes has been sent. */
export function chunkX(width: number, share: number): number {
  return 4 + share * (width - 20);
}

function wall(from: number, to: number): string {
  return `M${n(from)} ${n(MID - HALF)}H${n(to)}M${n(from)} ${n(MID + HALF)}H${n(to)}`;
}

function jag(x: number, side: 1 | -1): string {
  const steps = [4, -7, 8, -5].map((dx, i) => `l${n(dx * side)} ${n([6, 5, 6, 7][i] ?? 0)}`);
  return `M${n(x)} ${n(MID - HALF - 1)}${steps.join('')}`;
}

const n = (value: number): string => String(Math.round(value * 10) / 10);
