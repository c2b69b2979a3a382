import { useMemo } from 'react';
import { bufferFigure, secondsFigure } from '../../../model/figures';
import type { CurvePoint } from '../../../model/lesson/drawn';
import type { DrawnByClass } from '../../../model/lesson/result/class';
import type { LessonRun } from '../../../model/lesson/types';
import { axisOver, axisUntil, ticksInSeconds } from '../../charts/axes';
import { useChartSize } from '../../charts/chart-panel';
import { HatchDefs, OutageAreas, useHatchIds } from '../../charts/outages';
import { linePath, plotOf, px, type Plot } from '../../charts/plot';
import { InsidePlot, PlotAxes } from '../../charts/plot-frame';
import { hueOf, inkOf } from '../../ui/lane-style';
import { say } from '../../ui/words';

const MB = 1e6;
const ROOM = { left: 34, right: 108, top: 30, bottom: 30 };
/** Of what was measured before the line begins, this share of its length is shown. */
const BEFORE_SHARE = 0.25;
/** Two words at the right end need so much height, px. */
const WORD_PITCH = 20;

interface ClassChartProps {
  drawn: DrawnByClass;
  run: LessonRun | null;
  /** The learner whose line is bold, and what the learner is called; null for none. */
  chosen: { learner: number; word: string } | null;
  onChoose: (learner: number) => void;
}

/** Every line that a class drew, thin and dashed, over one measured one. */
export function ClassChart({ drawn, run, chosen, onChoose }: ClassChartProps) {
  const [ref, size] = useChartSize();
  const ids = useHatchIds();
  const { from, to, top, lane } = drawn.question;
  const plot = useMemo(() => {
    if (!size) return null;
    const begins = Math.max(0, from - BEFORE_SHARE * (to - from));
    const all = [...drawn.lines.map(({ points }) => points), drawn.measured].flat();
    const most = Math.min(top, Math.max(top / 4, ...all.map(({ bytes }) => bytes)));
    return plotOf(
      size,
      ROOM,
      axisOver(begins / 1000, to / 1000, 6),
      axisUntil((most * 1.05) / MB, 4),
    );
  }, [size, from, to, top, drawn]);
  const own = drawn.lines.find(({ learner }) => learner === chosen?.learner);
  const prefetch = lane === 'buffering' ? (run?.scenario?.settings.prefetchBytes ?? null) : null;
  const label = say('classView.chart', {
    count: drawn.lines.length,
    lane: say(`lanes.methods.${lane}`),
    least: drawn.measuredValue === null ? '' : bufferFigure(drawn.measuredValue),
  });
  const outages = drawn.outages.map((down) => ({ ...down, byHand: false }));
  return (
    <div ref={ref} className="class-chart" role="img" aria-label={label}>
      {plot && (
        <svg width={plot.size.width} height={plot.size.height} aria-hidden="true">
          <HatchDefs ids={ids} />
          <OutageAreas outages={outages} plot={plot} ids={ids} />
          <PlotAxes plot={plot} xWord={ticksInSeconds(plot.xAxis)} based />
          {outages.map(({ fromMs, toMs }) => (
            <text
              key={fromMs}
              x={plot.xInside((fromMs + toMs) / 2000)}
              y={plot.top - 9}
              fontSize={14 * plot.size.scale}
              textAnchor="middle"
              style={{ fill: 'var(--outage-ink)', fontWeight: 650 }}
            >
              {say('lessons.draw.down', { seconds: secondsFigure(toMs - fromMs) })}
            </text>
          ))}
          {prefetch !== null && prefetch / MB < plot.yAxis.end && (
            <Prefetch plot={plot} bytes={prefetch} />
          )}
          <InsidePlot plot={plot}>
            <Curve plot={plot} points={drawn.measured} stroke={hueOf(lane)} width={5} />
            {drawn.lines.map(({ learner, points }) => (
              <g key={learner} className="class-line" onClick={() => onChoose(learner)}>
                <Curve plot={plot} points={points} stroke="var(--ink)" width={1.4} dash="5 4" />
              </g>
            ))}
            {own && (
              <Curve plot={plot} points={own.points} stroke="var(--ink)" width={4} dash="9 6" />
            )}
          </InsidePlot>
          <EndWords plot={plot} drawn={drawn} own={own?.points ?? null} word={chosen?.word ?? ''} />
        </svg>
      )}
    </div>
  );
}

interface CurveProps {
  plot: Plot;
  points: readonly CurvePoint[];
  stroke: string;
  width: number;
  dash?: string;
}

function Curve({ plot, points, stroke, width, dash }: CurveProps) {
  if (points.length < 2) return null;
  return (
    <path
      d={linePath(plot, placed(points))}
      fill="none"
      stroke={stroke}
      strokeWidth={width}
      strokeDasharray={dash}
      strokeLinejoin="round"
    />
  );
}

const placed = (points: readonly CurvePoint[]) =>
  points.map(({ tMs, bytes }) => ({ t: tMs / 1000, v: bytes / MB }));

function Prefetch({ plot, bytes }: { plot: Plot; bytes: number }) {
  const y = plot.y(bytes / MB);
  return (
    <>
      <path
        d={`M${px(plot.left)} ${px(y)}H${px(plot.right)}`}
        stroke="var(--ink)"
        strokeWidth={2}
      />
      <text
        x={plot.left + 8}
        y={y - 8}
        fontSize={14 * plot.size.scale}
        style={{ fill: 'var(--ink)', fontWeight: 600 }}
      >
        {say('classView.prefetch')}
      </text>
    </>
  );
}

interface EndWordsProps {
  plot: Plot;
  drawn: DrawnByClass;
  own: readonly CurvePoint[] | null;
  word: string;
}

/** What the bold lines are, at their ends. */
function EndWords({ plot, drawn, own, word }: EndWordsProps) {
  const endOf = (points: readonly CurvePoint[]): number => {
    const last = points.findLast(({ tMs }) => tMs <= drawn.question.to) ?? points.at(-1);
    return Math.min(plot.bottom, Math.max(plot.top, plot.y((last?.bytes ?? 0) / MB)));
  };
  const words = [
    ...(drawn.measured.length > 1
      ? [
          {
            word: say('classView.measured'),
            y: endOf(drawn.measured),
            ink: inkOf(drawn.question.lane),
          },
        ]
      : []),
    ...(own ? [{ word, y: endOf(own), ink: 'var(--ink)' }] : []),
  ].sort((a, b) => a.y - b.y);
  const [upper, lower] = words;
  const apart = upper && lower ? Math.max(0, WORD_PITCH - (lower.y - upper.y)) / 2 : 0;
  return words.map(({ word: text, y, ink }, i) => (
    <text
      key={text}
      x={plot.right + 8}
      y={y + 5 + (words.length < 2 ? 0 : i === 0 ? -apart : apart)}
      fontSize={15 * plot.size.scale}
      style={{ fill: ink, fontWeight: 650 }}
    >
      {text}
    </text>
  ));
}
