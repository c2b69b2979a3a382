import type { DownTime } from '../run/schema';

/** A point of a curve: ms of the run's clock, and what the buffer holds there, bytes. */
export interface CurvePoint {
  tMs: number;
  bytes: number;
}

/** What a drawn curve is held against. */
export interface DrawnAgainst {
  /** Ascending in time. */
  measured: readonly CurvePoint[];
  /** When the link was down. */
  outages: readonly Pick<DownTime, 'fromMs' | 'toMs'>[];
  /** Where the learner began and ended, ms. */
  fromMs: number;
  toMs: number;
  /** Top of the axis, bytes. */
  topBytes: number;
}

/**
 * A property in which a drawn curve differs from what was measured, with the moments and bytes of which it speaks. Its
 * sentence is `lessons.drawn.<code>`.
 */
export type DrawnRemark =
  /** The measured buffer ran empty; the drawn one holds something there. */
  | { code: 'emptied'; atMs: number; drawnBytes: number }
  /** The drawn buffer runs empty; the measured one never did, and least at another moment. */
  | { code: 'neverEmpty'; atMs: number; leastBytes: number; leastMs: number }
  /** Both ran empty, more than a moment apart. */
  | { code: 'emptyOtherwise'; drawnMs: number; measuredMs: number }
  /** While the link was down the drawn buffer filled; the measured one drained. */
  | { code: 'filledWhileDown'; fromMs: number; toMs: number; measuredBytes: number }
  /** They lie together up to this moment, where one is higher. */
  | { code: 'parted'; atMs: number; drawnBytes: number; measuredBytes: number }
  /** They lie together all along. */
  | { code: 'together' };

/** Below this share of the axis a buffer is as good as empty. */
const EMPTY_SHARE = 0.04;
/** Further apart than this share of the axis two curves have parted. */
const PARTED_SHARE = 0.15;
/** Moments closer than this are the same, ms. */
const SAME_MS = 1500;
/** The curves are looked at this often, ms. */
const STEP_MS = 250;

/** What stands out most in a drawn curve beside what was measured: one property, never a distance. */
export function drawnRemark(drawn: readonly CurvePoint[], against: DrawnAgainst): DrawnRemark {
  const { measured, fromMs, toMs, topBytes, outages } = against;
  if (drawn.length === 0 || measured.length === 0) return { code: 'together' };
  const moments = momentsOf(fromMs, toMs);
  const emptyBytes = EMPTY_SHARE * topBytes;
  const emptyMs = (points: readonly CurvePoint[]): number | null =>
    moments.find((tMs) => valueOn(points, tMs) <= emptyBytes) ?? null;
  const drawnMs = emptyMs(drawn);
  const measuredMs = emptyMs(measured);
  if (drawnMs === null && measuredMs !== null) {
    return { code: 'emptied', atMs: measuredMs, drawnBytes: valueOn(drawn, measuredMs) };
  }
  if (drawnMs !== null && measuredMs === null) {
    const leastMs = moments.reduce((least, tMs) =>
      valueOn(measured, tMs) < valueOn(measured, least) ? tMs : least,
    );
    return { code: 'neverEmpty', atMs: drawnMs, leastMs, leastBytes: valueOn(measured, leastMs) };
  }
  const filled = outages
    .map((down) => ({
      fromMs: Math.max(fromMs, down.fromMs),
      toMs: Math.min(toMs, down.toMs),
    }))
    .find(({ fromMs: from, toMs: to }) => {
      const rise = (points: readonly CurvePoint[]): number =>
        valueOn(points, to) - valueOn(points, from);
      return to - from > STEP_MS && rise(drawn) > emptyBytes && rise(measured) < -emptyBytes;
    });
  if (filled) {
    return { code: 'filledWhileDown', ...filled, measuredBytes: valueOn(measured, filled.toMs) };
  }
  if (drawnMs !== null && measuredMs !== null && Math.abs(drawnMs - measuredMs) > SAME_MS) {
    return { code: 'emptyOtherwise', drawnMs, measuredMs };
  }
  const atMs = partedAt(drawn, against);
  if (atMs === null) return { code: 'together' };
  const drawnBytes = valueOn(drawn, atMs);
  return { code: 'parted', atMs, drawnBytes, measuredBytes: valueOn(measured, atMs) };
}

/** The first moment at which the two curves have parted, ms; null while they lie together. */
export function partedAt(
  drawn: readonly CurvePoint[],
  { measured, fromMs, toMs, topBytes }: DrawnAgainst,
): number | null {
  const apart = (tMs: number): boolean =>
    Math.abs(valueOn(drawn, tMs) - valueOn(measured, tMs)) > PARTED_SHARE * topBytes;
  return momentsOf(fromMs, toMs).find(apart) ?? null;
}

function momentsOf(fromMs: number, toMs: number): number[] {
  const count = Math.max(1, Math.round((toMs - fromMs) / STEP_MS));
  return Array.from({ length: count + 1 }, (_, i) => fromMs + ((toMs - fromMs) * i) / count);
}

/** What a curve holds at a moment, by share between two of its points, outside them as the nearest, bytes. */
export function valueOn(points: readonly CurvePoint[], tMs: number): number {
  const next = points.findIndex((point) => point.tMs >= tMs);
  const after = points[next] ?? points.at(-1);
  const before = points[next - 1] ?? after;
  if (!before || !after) return 0;
  if (next < 0 || after.tMs === before.tMs) return after.bytes;
  const share = (tMs - before.tMs) / (after.tMs - before.tMs);
  return before.bytes + share * (after.bytes - before.bytes);
}
