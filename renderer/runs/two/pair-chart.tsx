import { useMemo } from 'react';
import { bufferFigure, secondsFigure, sizeFigure } from '../../../model/figures';
import type { Method } from '../../../model/delivery/types';
import type { DownTime, LaneLog } from '../../../model/run/schema';
import { SIDES, type Side } from '../../../model/runs/two/differences';
import { sideWord } from '../../../model/runs/two/two-words';
import { stallSpans } from '../../../model/runs/summary';
import { withoutTicks, type Axis, ticksInSeconds } from '../../charts/axes';
import { useChartSize } from '../../charts/chart-panel';
import { HALO } from '../../charts/labels';
import { HatchDefs, OutageAreas, useHatchIds } from '../../charts/outages';
import { plotOf, type ChartSize, type Plot } from '../../charts/plot';
import { InsidePlot, PlotFrame } from '../../charts/plot-frame';
import { PlotLine } from '../../charts/plot-lines';
import type { ReadingRow } from '../../charts/reading';
import { linePoints, valueAt } from '../../charts/series';
import { hueOf, inkOf } from '../../ui/lane-style';
import { say } from '../../ui/words';
import { FIELD, furthestApart, mostOf, pairAxis, shownPart, type PairKind } from './pair-scale';
import { WORDS } from './words';

/** A method's lane in each run; a run without the method has none. */
export type LaneOfSide = Readonly<Record<Side, { log: LaneLog; lengthMs: number } | null>>;

export interface PairChartProps {
  kind: PairKind;
  method: Method;
  lanes: LaneOfSide;
  /** Outages of each run; null for B where they are those of A. */
  outages: { a: readonly DownTime[]; b: readonly DownTime[] | null };
  time: Axis;
  /** What the value axis has to reach; that of these two lanes when left out. */
  most?: number | undefined;
  /** Words stand under the time axis. */
  timed: boolean;
}

/** One measure of a method over time: A thick in the lane's hue, B thin in ink, on one scale. */
export function PairChart(props: PairChartProps) {
  const [ref, size] = useChartSize();
  return (
    <div className="pair-chart" ref={ref}>
      {size && <PairPlot {...props} size={size} />}
    </div>
  );
}

/** A lower chart has no room for words between the ends of its value axis, px at scale 1. */
const TALL = 200;
const ROOM = { left: 30, right: 22, top: 12 };
const FOOT = { timed: 24, bare: 10 };

function PairPlot({
  kind,
  method,
  lanes,
  outages,
  time,
  most,
  timed,
  size,
}: PairChartProps & { size: ChartSize }) {
  const ids = useHatchIds();
  const field = FIELD[kind];
  const { width, height, scale } = size;
  const untilMs = time.end * 1000;
  const shown = useMemo(
    () =>
      SIDES.flatMap((side) => {
        const lane = lanes[side];
        return lane ? [{ side, ...lane, log: shownPart(lane.log, untilMs) }] : [];
      }),
    [lanes, untilMs],
  );
  const low = height < TALL * scale;
  const logs = shown.map(({ log }) => log);
  const reach = most ?? mostOf(logs, kind);
  const room = { ...ROOM, bottom: timed ? FOOT.timed : FOOT.bare };
  const plot = plotOf(
    { width, height, scale },
    room,
    timed ? time : withoutTicks(time),
    pairAxis(reach, low),
  );
  const extent = { endS: time.end, endV: plot.yAxis.end };
  const [first, second] = logs;
  const apart = first && second ? furthestApart([first, second], field, extent) : null;
  // Of curves that are all but one A is seen, as of one that is drawn alone.
  const drawn = apart ? shown : shown.toReversed();
  const rowsAt = (seconds: number): ReadingRow[] =>
    shown.flatMap(({ side, log }) => {
      const value = valueAt(log, field, seconds * 1000);
      const name = sideWord(side, WORDS);
      const colour = side === 'a' ? inkOf(method) : 'var(--ink)';
      return value === null ? [] : [{ method, word: WORD[kind](value), run: { name, colour } }];
    });
  const stalls = shown.map(({ side, log, lengthMs }) => ({
    side,
    spans: stallSpans(log, lengthMs),
  }));
  return (
    <PlotFrame
      plot={plot}
      label={labelOf(kind, method, stalls)}
      rowsAt={rowsAt}
      xWord={ticksInSeconds(time)}
      ground={<Outages {...{ outages, plot, ids }} />}
    >
      <InsidePlot plot={plot}>
        {drawn.map(({ side, log }) => (
          <PlotLine
            key={side}
            plot={plot}
            points={linePoints(log, field, extent).filter(({ v }) => kind !== 'memory' || v > 0)}
            stroke={side === 'a' ? hueOf(method) : 'var(--ink)'}
            strokeWidth={side === 'b' ? 1.5 : low ? 2.4 : 3.5}
          />
        ))}
      </InsidePlot>
      {kind !== 'memory' &&
        stalls.map(({ side, spans }) => <StallBars key={side} {...{ plot, side, spans }} />)}
      {apart && <Letters {...{ plot, method }} at={apart} />}
    </PlotFrame>
  );
}

/** A value as it is read, in the unit of its chart. */
const WORD: Readonly<Record<PairKind, (value: number) => string>> = {
  occupancy: (mb) => bufferFigure(mb * 1e6),
  played: (seconds) => secondsFigure(seconds * 1000),
  memory: (mb) => sizeFigure(mb * 1e6),
};

interface Stalls {
  side: Side;
  spans: readonly (readonly [number, number])[];
}

function labelOf(kind: PairKind, method: Method, stalls: readonly Stalls[]): string {
  const told = stalls
    .filter(({ spans }) => spans.length > 0)
    .map(({ side, spans }) =>
      say('twoRuns.charts.labelStalls', { side: sideWord(side, WORDS), count: spans.length }),
    );
  return say('twoRuns.charts.label', {
    chart: say(`twoRuns.charts.${kind}`),
    method: say(`lanes.methods.${method}`),
    unit: say(`twoRuns.charts.${kind === 'played' ? 'seconds' : 'mb'}`),
    stalls: told.length > 0 ? told.join(' ') : say('twoRuns.charts.noStalls'),
  });
}

/** The outages of both; where they differ those of A in the upper half and those of B in the lower. */
function Outages({
  outages: { a, b },
  plot,
  ids,
}: Pick<PairChartProps, 'outages'> & {
  plot: Plot;
  ids: ReturnType<typeof useHatchIds>;
}) {
  const middle = (plot.top + plot.bottom) / 2;
  return (
    <>
      <HatchDefs ids={ids} />
      <OutageAreas outages={a} plot={b ? { ...plot, bottom: middle } : plot} ids={ids} />
      {b && <OutageAreas outages={b} plot={{ ...plot, top: middle }} ids={ids} />}
    </>
  );
}

/** Stalls as red bars: those of A on the axis, those of B thinner under it. */
function StallBars({ plot, side, spans }: Stalls & { plot: Plot }) {
  const { xInside, xAxis, bottom } = plot;
  const [y, height] = side === 'a' ? [bottom - 5, 5] : [bottom + 1.5, 3.5];
  return spans
    .filter(([fromMs]) => fromMs < xAxis.end * 1000)
    .map(([fromMs, toMs]) => {
      const from = xInside(fromMs / 1000);
      const width = Math.max(1.5, xInside(toMs / 1000) - from);
      return (
        <rect
          key={fromMs}
          x={from}
          width={width}
          y={y}
          height={height}
          fill="var(--stalled)"
          data-stall={side}
        />
      );
    });
}

interface LettersProps {
  plot: Plot;
  method: Method;
  at: NonNullable<ReturnType<typeof furthestApart>>;
}

/** A and B where the two curves are furthest apart. */
function Letters({ plot, method, at }: LettersProps) {
  const { x, y, top, bottom, size } = plot;
  const words = 15 * size.scale;
  const above = Math.max(top + words * 0.4, y(at.upper) - words * 0.4);
  const below = Math.min(bottom - 4, y(at.lower) + words * 1.1);
  const letter = (side: Side, colour: string) => (
    <text
      x={x(at.t)}
      y={(side === 'a') === at.aIsUpper ? above : below}
      fontSize={words}
      textAnchor="middle"
      style={{ ...HALO, fill: colour, fontWeight: 650 }}
    >
      {sideWord(side, WORDS)}
    </text>
  );
  return (
    <>
      {letter('a', inkOf(method))}
      {letter('b', 'var(--ink)')}
    </>
  );
}
