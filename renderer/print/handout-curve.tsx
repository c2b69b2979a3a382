import { secondsFigure } from '../../model/figures';
import type { CurvePoint } from '../../model/lesson/drawn';
import { curveOf } from '../../model/lesson/figures';
import type { LessonRecord } from '../../model/lesson/record';
import type { Lesson, LessonQuestion } from '../../model/lesson/types';
import { axisOver, axisUntil, ticksIn, ticksInSeconds } from '../charts/axes';
import { linePath, plotOf, px, type Plot } from '../charts/plot';
import { InsidePlot, PlotAxes } from '../charts/plot-frame';
import { plannedOutages, runNamed } from '../lessons/page/planned';
import { hueOf, inkOf } from '../ui/lane-style';
import { say } from '../ui/words';

const MB = 1e6;
/** Of a page's width, px as CSS counts them on paper. */
const SIZE = { width: 660, height: 250, scale: 1 };
const ROOM = { left: 48, right: 84, top: 24, bottom: 28 };

interface CurveProps {
  question: Extract<LessonQuestion, { kind: 'draw' }>;
  lesson: Lesson;
  record: LessonRecord;
  /** The learner's own line; null for room to draw one. */
  own: readonly CurvePoint[] | null;
  /** Whether what was measured is drawn. */
  measured: boolean;
}

/** Where a line is drawn on paper, with the learner's own and what was measured as far as they are to be seen. */
export function HandoutCurve({ question, lesson, record, own, measured }: CurveProps) {
  const { lane, run, to, from, top } = question;
  const ran = Object.hasOwn(record.ran, run) ? record.ran[run] : undefined;
  const curve = curveOf(record, run, lane);
  const known = runNamed(lesson, run);
  const planned = known ? plannedOutages(known, to) : [];
  const outages = (measured && ran ? ran.outages : planned).filter(({ fromMs }) => fromMs < to);
  const plot = plotOf(SIZE, ROOM, axisOver(0, to / 1000, 8), axisUntil(top / MB, 4));
  const label = say('handout.curve', { lane: say(`lanes.methods.${lane}`) });
  // Where the line is to begin, as much of the curve as was seen before.
  const before = curve.filter(({ tMs }) => measured || tMs <= from);
  return (
    <svg width={SIZE.width} height={SIZE.height} role="img" aria-label={label}>
      {outages.map(({ fromMs, toMs }) => (
        <DownArea key={fromMs} plot={plot} fromMs={fromMs} toMs={toMs} />
      ))}
      <PlotAxes
        plot={plot}
        xWord={ticksInSeconds(plot.xAxis)}
        yWord={ticksIn(plot.yAxis, 'MB')}
        based
      />
      {outages.map(({ fromMs, toMs }) => (
        <text key={fromMs} x={plot.xInside((fromMs + toMs) / 2000)} y={plot.top - 7} {...DOWN}>
          {say('lessons.draw.down', { seconds: secondsFigure(toMs - fromMs) })}
        </text>
      ))}
      <path
        d={`M${String(plot.x(from / 1000))} ${String(plot.top)}V${String(plot.bottom)}`}
        stroke="var(--ink)"
      />
      <InsidePlot plot={plot}>
        <path d={linePath(plot, placed(before))} fill="none" stroke={hueOf(lane)} strokeWidth={3} />
        {own && (
          <path
            d={linePath(plot, placed(own))}
            fill="none"
            stroke="var(--ink)"
            strokeWidth={2.5}
            strokeDasharray="7 5"
          />
        )}
      </InsidePlot>
      <EndWords
        plot={plot}
        words={[
          ...(measured && curve.length > 1
            ? [{ word: say('classView.measured'), points: curve, ink: inkOf(lane) }]
            : []),
          ...(own ? [{ word: say('lessons.aLine'), points: own, ink: 'var(--ink)' }] : []),
        ]}
      />
    </svg>
  );
}

/** A hatch would be pixels on paper: a pale ground with two edges stays a vector. */
function DownArea({ plot, fromMs, toMs }: { plot: Plot; fromMs: number; toMs: number }) {
  const [left, right] = [plot.xInside(fromMs / 1000), plot.xInside(toMs / 1000)];
  const height = plot.bottom - plot.top;
  return (
    <>
      <rect x={left} y={plot.top} width={right - left} height={height} fill="var(--outage-wash)" />
      <path
        d={[left, right].map((x) => `M${px(x)} ${px(plot.top)}v${px(height)}`).join('')}
        stroke="var(--outage)"
        strokeDasharray="4 3"
      />
    </>
  );
}

const DOWN = {
  fontSize: 11,
  textAnchor: 'middle',
  style: { fill: 'var(--outage-ink)', fontWeight: 650 },
} as const;

const placed = (points: readonly CurvePoint[]) =>
  points.map(({ tMs, bytes }) => ({ t: tMs / 1000, v: bytes / MB }));

interface EndWordsProps {
  plot: Plot;
  words: readonly { word: string; points: readonly CurvePoint[]; ink: string }[];
}

/** What each line is, at its end; one below the other where they end together. */
function EndWords({ plot, words }: EndWordsProps) {
  const ends = words
    .map(({ word, points, ink }) => {
      const last = points.findLast(({ tMs }) => tMs / 1000 <= plot.xAxis.end) ?? points.at(-1);
      return { word, ink, y: plot.y(Math.min(plot.yAxis.end, (last?.bytes ?? 0) / MB)) };
    })
    .sort((a, b) => a.y - b.y);
  return ends.map(({ word, ink, y }, i) => {
    const above = ends[i - 1];
    const apart = above ? Math.max(0, 14 - (y - above.y)) : 0;
    return (
      <text
        key={word}
        x={plot.right + 6}
        y={y + 4 + apart}
        fontSize={12}
        style={{ fill: ink, fontWeight: 650 }}
      >
        {word}
      </text>
    );
  });
}
