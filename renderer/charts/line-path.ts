/** A point in the units of the axes: seconds, and whatever the value axis counts. */
export interface PlacedPoint {
  t: number;
  v: number;
}

/** An SVG path through points ascending in time, cut off where the axis ends, a tenth of a px fine. */
export function linePath(
  points: readonly PlacedPoint[],
  endS: number,
  toX: (t: number) => number,
  toY: (v: number) => number,
): string {
  const behind = points.findIndex(({ t }) => t > endS);
  const inside = behind < 0 ? points : points.slice(0, behind);
  const [before, after] = [points[behind - 1], points[behind]];
  const last =
    before && after
      ? [
          {
            t: endS,
            v: before.v + ((after.v - before.v) * (endS - before.t)) / (after.t - before.t),
          },
        ]
      : [];
  return [...inside, ...last]
    .map(({ t, v }, i) => `${i === 0 ? 'M' : 'L'}${toX(t).toFixed(1)} ${toY(v).toFixed(1)}`)
    .join('');
}
