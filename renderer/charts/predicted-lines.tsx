import { memo } from 'react';
import type { Method } from '../../model/delivery/types';
import { hueOf, MARKER } from '../ui/lane-style';
import { HALO } from './labels';
import { InsidePlot } from './plot-frame';
import { px, type PlacedPoint, type Plot } from './plot';
import { PlotLine } from './plot-lines';

/** One predicted line in the units of the axes. */
export interface PredictedLine {
  key: string;
  method: Method;
  points: readonly PlacedPoint[];
  /** Where its lane's marker stands on it. */
  marks: readonly PlacedPoint[];
}

interface PredictedLinesProps {
  plot: Plot;
  lines: readonly PredictedLine[];
  /** What they are, written once beside the first line. */
  word: string;
  /** Where the word stands, in the units of the axes: above it, and on the side on which there is room. */
  wordAt: PlacedPoint;
}

/** What the model says, dashed and thin behind what is measured; drawn again only with the axes. */
export const PredictedLines = memo(function PredictedLines(props: PredictedLinesProps) {
  const { plot, lines, word, wordAt } = props;
  const { x, y, xAxis, size } = plot;
  const { scale } = size;
  return (
    <g className="predicted">
      <InsidePlot plot={plot}>
        {lines.map(({ key, method, points, marks }) => (
          <g key={key} stroke={hueOf(method)} fill="none">
            <PlotLine
              plot={plot}
              points={points}
              strokeWidth={1.25 * scale}
              strokeDasharray={`${4 * scale} ${3 * scale}`}
            />
            {marks.map(({ t, v }) => (
              <path
                key={t}
                d={MARKER[method]}
                transform={`translate(${px(x(t))} ${px(y(v))}) scale(0.8)`}
                fill="var(--surface)"
              />
            ))}
          </g>
        ))}
      </InsidePlot>
      <text
        x={x(wordAt.t)}
        y={y(wordAt.v) - 5 * scale}
        fontSize={12 * scale}
        textAnchor={wordAt.t > xAxis.end / 2 ? 'end' : 'start'}
        style={{ ...HALO, fill: 'var(--ink-2)' }}
      >
        {word}
      </text>
    </g>
  );
});
