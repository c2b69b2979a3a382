import type { SourceShape } from '../../../model/media/types';
import { consumptionCurve } from '../../../model/sweep/curves';
import type { CurvePoint } from '../../../model/sweep/types';
import { thin } from '../../charts/thin';
import { kindOf } from '../../../model/source/kinds';

/**
 * What has to have arrived for playback that starts at 0 not to stand. Media plays by whole steps of
 * its index, so a step is needed at its beginning; text and bytes are taken evenly.
 */
export function needCurve(media: SourceShape): CurvePoint[] {
  const points = consumptionCurve(media, 0);
  if (!kindOf(media).progress.stepped) return points;
  return points.flatMap(({ tMs, bytes }, i) => {
    const next = points[i + 1];
    return next
      ? [
          { tMs, bytes },
          { tMs, bytes: next.bytes },
        ]
      : [{ tMs, bytes }];
  });
}

/** An arrival's points as they are drawn: a staircase, flat until the next chunk is there. */
export function staircase(arrival: readonly CurvePoint[]): CurvePoint[] {
  return arrival.flatMap((point, i) => {
    const before = arrival[i - 1];
    return before && before.bytes !== point.bytes
      ? [{ tMs: point.tMs, bytes: before.bytes }, point]
      : [point];
  });
}

/** The least start of playback that never stands, and where the two curves then touch; ms and bytes. */
export interface MinimumStart {
  startMs: number;
  touch: CurvePoint;
}

/**
 * The least start with which `need` never asks for more than has arrived: the most by which a
 * chunk arrives behind the moment at which need, begun at 0, goes beyond the chunks before it. Null
 * when what is needed never arrives.
 */
export function minimumStart(
  arrival: readonly CurvePoint[],
  need: readonly CurvePoint[],
): MinimumStart | null {
  let least: MinimumStart = { startMs: 0, touch: { tMs: 0, bytes: 0 } };
  let n = 0;
  for (const [i, here] of arrival.entries()) {
    while ((need[n]?.bytes ?? Infinity) <= here.bytes) n += 1;
    const point = need[n];
    if (!point) return least;
    const next = arrival[i + 1];
    if (!next || next.tMs === Infinity) return null;
    const startMs = next.tMs - timeOf(need[n - 1], point, here.bytes);
    if (startMs > least.startMs) least = { startMs, touch: { tMs: next.tMs, bytes: here.bytes } };
  }
  return least;
}

/** When need leaves a number of bytes behind, between two of its points. */
function timeOf(before: CurvePoint | undefined, point: CurvePoint, bytes: number): number {
  if (!before || point.bytes === before.bytes) return point.tMs;
  const share = Math.max(0, (bytes - before.bytes) / (point.bytes - before.bytes));
  return before.tMs + share * (point.tMs - before.tMs);
}

/** More points than this are not told apart. */
const MAX_POINTS = 3000;

/** The same curve with fewer points, for drawing. */
export function thinCurve(points: readonly CurvePoint[]): CurvePoint[] {
  const last = points.at(-1);
  if (!last || points.length <= MAX_POINTS) return [...points];
  const rows = points.map(({ tMs, bytes }) => ({ t: tMs, bytes }));
  const options = { keys: ['bytes'] as const, tolerance: last.bytes / 1000, limit: MAX_POINTS };
  return thin(rows, { ...options, spanS: last.tMs }).map(({ t, bytes }) => ({ tMs: t, bytes }));
}
