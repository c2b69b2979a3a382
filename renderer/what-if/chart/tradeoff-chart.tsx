import { memo, useMemo } from 'react';
import { secondsFigure } from '../../../model/figures';
import type { SweepPoint } from '../../../model/scenario/types';
import type { ChartSize } from '../../charts/time-chart';
import { say } from '../../ui/words';
import { axisTicks, shareOf, type AxisRange } from '../state/axis-values';
import {
  axisTitle,
  axisUnit,
  valueNumber,
  valueWord,
  smoothWord,
  spreadWord,
} from '../state/axis-words';
import { chooseAt, chooseBy } from '../state/setup';
import type { Picture } from '../state/use-picture';
import { DragSurface } from './drag-surface';
import { across, plotOf, type Plot } from './plot';
import { PlotFrame, type PlotAxis } from './plot-frame';
import { TradeoffGround } from './tradeoff-ground';
import { tradeoffLines } from './tradeoff-lines';
import { TradeoffMarks } from './tradeoff-marks';
import { mostSeconds, closeAxis, tradeoffRows } from './tradeoff-scale';

const ROOM = { left: 44, right: 118, top: 30, ticks: 26, below: 20 };

interface TradeoffChartProps {
  picture: Picture;
  size: ChartSize;
  onEnter: () => void;
}

/** Startup delay and stall time along one axis: mean, least to most, the sweet spot, and the chosen value to drag. */
export function TradeoffChart({ picture, size, onEnter }: TradeoffChartProps) {
  const { setup, points, before, at } = picture;
  const { range, chosen } = setup;
  const plot = useMemo(() => plotOf(size, ROOM), [size]);
  const shown = before && before.length > 0 ? [...points, ...before] : points;
  const { end, ticks } = closeAxis(mostSeconds(shown));
  const tickKey = ticks.join(' ');
  const y = useMemo(() => secondsTicks(end, tickKey.split(' ').map(Number)), [end, tickKey]);
  const place = range.values.indexOf(chosen);
  return (
    <DragSurface
      plot={plot}
      at={across(plot, shareOf(range, chosen))}
      label={say(`whatIf.axis.${range.axis}`)}
      min={0}
      max={range.values.length - 1}
      now={Math.max(0, place)}
      valueText={say('whatIf.pointLabel', pointGaps(range, chosen, at))}
      onShare={(share) => chooseAt(range, share)}
      onStep={(step) => chooseBy(range, chosen, step)}
      onEnter={onEnter}
    >
      <div
        className="tradeoff"
        role="img"
        aria-label={say('whatIf.chartLabel', {
          title: say('whatIf.chartTitle'),
          axis: say(`whatIf.axisName.${range.axis}`),
          ...pointGaps(range, chosen, at),
        })}
      >
        <TradeoffGround picture={picture} plot={plot} />
        <Curves points={points} before={before} plot={plot} range={range} y={y} />
        <TradeoffMarks picture={picture} plot={plot} endS={end} />
        <p
          className="axis-title"
          style={{ left: plot.left, right: size.width - plot.right, fontSize: 13 * size.scale }}
        >
          {axisTitle(range, setup.source, setup.scenario.link.longerMs)}
        </p>
      </div>
    </DragSurface>
  );
}

function pointGaps(range: AxisRange, chosen: number, at: SweepPoint | null) {
  return {
    value: valueWord(range.axis, chosen),
    delay: spreadWord(at?.startupDelayMs ?? null),
    stall: at && !at.problem ? secondsFigure(at.stallTotalMs.mean) : say('whatIf.blank'),
    smooth: smoothWord(at),
  };
}

function secondsTicks(end: number, ticks: number[]): PlotAxis {
  return {
    from: 0,
    to: end,
    ticks,
    wordOf: (value) => (value === end ? `${String(value)} s` : String(value)),
  };
}

interface CurvesProps {
  points: readonly SweepPoint[];
  before: readonly SweepPoint[] | null;
  plot: Plot;
  range: AxisRange;
  y: PlotAxis;
}

/** The part that recharts draws; a value that is merely chosen does not draw it again. */
const Curves = memo(function Curves({ points, before, plot, range, y }: CurvesProps) {
  const { axis, to } = range;
  const x = useMemo((): PlotAxis => {
    const unit = axisUnit(axis, to);
    const { from, log } = range;
    return { from, to, log, ticks: axisTicks(range), wordOf: (value) => valueNumber(unit, value) };
  }, [range, axis, to]);
  const old = before && before.length > 0 ? before : null;
  return (
    <>
      {old && (
        <div className="tradeoff-layer" data-part="dimmed">
          <PlotFrame plot={plot} x={x} y={y} data={tradeoffRows(old)}>
            {tradeoffLines({ dimmed: true })}
          </PlotFrame>
        </div>
      )}
      <div className="tradeoff-layer">
        <PlotFrame plot={plot} x={x} y={y} data={tradeoffRows(points)}>
          {tradeoffLines()}
        </PlotFrame>
      </div>
    </>
  );
}, sameCurves);

/** A range is made anew with each chosen value; what counts is what it says. */
function sameCurves(a: CurvesProps, b: CurvesProps): boolean {
  return (
    a.points === b.points &&
    a.before === b.before &&
    a.plot === b.plot &&
    a.y === b.y &&
    a.range.axis === b.range.axis &&
    a.range.from === b.range.from &&
    a.range.to === b.range.to &&
    a.range.values.length === b.range.values.length
  );
}
