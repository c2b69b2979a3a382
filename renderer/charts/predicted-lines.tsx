import { memo, useMemo } from 'react';
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import type { Method } from '../../model/delivery/types';
import { HALO } from './chart-marks';
import { hueOf, MARKER } from '../ui/lane-style';
import type { Mark } from './series';

/** One predicted line in the units of the axes. */
export interface PredictedLine {
  key: string;
  method: Method;
  points: readonly PlacedPoint[];
  /** Where its lane's marker stands on it. */
  marks: readonly Mark[];
}

interface PredictedLinesProps {
  lines: readonly PredictedLine[];
  /** Ends of the axes. */
  endS: number;
  end: number;
  /** What they are, written once beside the first line. */
  word: string;
  /** Where the word stands, in the units of the axes: above it, and on the side on which there is room. */
  wordAt: { t: number; v: number };
  scale: number;
}

/**
 * What the model says, dashed and thin behind what is measured. Plain paths that change only with the axes: recharts'
 * own lines would be worked out anew at every redraw.
 */
export const PredictedLines = memo(function PredictedLines(props: PredictedLinesProps) {
  const { lines, endS, end, word, wordAt, scale } = props;
  const plot = usePlotArea();
  const x = useXAxisScale();
  const y = useYAxisScale();
  const left = x?.(0);
  const right = x?.(endS);
  const bottom = y?.(0);
  const top = y?.(end);
  const known = left !== undefined && right !== undefined;
  const drawn = useMemo(() => {
    if (left === undefined || right === undefined || bottom === undefined || top === undefined) {
      return [];
    }
    const toX = (t: number): number => left + ((right - left) * t) / endS;
    const toY = (v: number): number => bottom + ((top - bottom) * v) / end;
    return lines.map(({ key, method, points, marks }) => ({
      key,
      method,
      d: linePath(points, endS, toX, toY),
      marks: marks.map(({ t, v }) => `translate(${toX(t).toFixed(1)} ${toY(v).toFixed(1)})`),
    }));
  }, [lines, endS, end, left, right, bottom, top]);
  if (!plot || !known || !x || !y) return null;
  return (
    <g className="predicted">
      {drawn.map(({ key, method, d, marks }) => (
        <g key={key} stroke={hueOf(method)} fill="none">
          <path d={d} strokeWidth={1.25 * scale} strokeDasharray={`${4 * scale} ${3 * scale}`} />
          {marks.map((at) => (
            <path
              key={at}
              d={MARKER[method]}
              transform={`${at} scale(0.8)`}
              fill="var(--surface)"
            />
          ))}
        </g>
      ))}
      <text
        x={x(wordAt.t)}
        y={(y(wordAt.v) ?? 0) - 5 * scale}
        fontSize={12 * scale}
        textAnchor={wordAt.t > endS / 2 ? 'end' : 'start'}
        style={{ ...HALO, fill: 'var(--ink-2)' }}
      >
        {word}
      </text>
    </g>
  );
});

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
