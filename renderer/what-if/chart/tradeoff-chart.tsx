import { secondsFigure } from '../../../model/figures';
import type { SweepPoint } from '../../../model/sweep/types';
import { valueAxis, ticksInSeconds } from '../../charts/axes';
import { plotOf, type ChartSize } from '../../charts/plot';
import { PlotFrame } from '../../charts/plot-frame';
import { say } from '../../ui/words';
import { drawnAxis, type AxisRange } from '../state/axis-values';
import {
  axisTitle,
  axisUnit,
  valueNumber,
  valueWord,
  smoothWord,
  spreadWord,
} from '../state/axis-words';
import { chooseBy, chooseNear } from '../state/setup';
import type { Picture } from '../state/use-picture';
import { DragSurface } from './drag-surface';
import { TradeoffGround } from './tradeoff-ground';
import { TradeoffLines } from './tradeoff-lines';
import { TradeoffMarks } from './tradeoff-marks';
import { mostSeconds } from './tradeoff-scale';

const ROOM = { left: 44, right: 118, top: 30, bottom: 46 };
/** The axis of seconds reaches at least here. */
const FLOOR_S = 0.1;

interface TradeoffChartProps {
  picture: Picture;
  size: ChartSize;
  onEnter: () => void;
}

/** Startup delay and stall time along one axis: mean, least to most, the sweet spot, and the chosen value to drag. */
export function TradeoffChart({ picture, size, onEnter }: TradeoffChartProps) {
  const { setup, points, before, at } = picture;
  const { range, chosen } = setup;
  const shown = before && before.length > 0 ? [...points, ...before] : points;
  const seconds = valueAxis(mostSeconds(shown), FLOOR_S);
  const plot = plotOf(size, ROOM, drawnAxis(range), seconds);
  const unit = axisUnit(range.axis, range.to);
  const place = range.values.indexOf(chosen);
  return (
    <DragSurface
      plot={plot}
      at={plot.xInside(chosen)}
      label={say(`whatIf.axis.${range.axis}`)}
      min={0}
      max={range.values.length - 1}
      now={Math.max(0, place)}
      valueText={say('whatIf.pointLabel', pointGaps(range, chosen, at))}
      onValue={(value) => chooseNear(range, value)}
      onStep={(step) => chooseBy(range, chosen, step)}
      onEnter={onEnter}
    >
      <PlotFrame
        plot={plot}
        label={say('whatIf.chartLabel', {
          title: say('whatIf.chartTitle'),
          axis: say(`whatIf.axisName.${range.axis}`),
          ...pointGaps(range, chosen, at),
        })}
        xWord={(value) => valueNumber(unit, value)}
        yWord={ticksInSeconds(seconds)}
        based
        ground={<TradeoffGround picture={picture} plot={plot} />}
      >
        {before && <TradeoffLines plot={plot} points={before} dimmed />}
        <TradeoffLines plot={plot} points={points} />
        <TradeoffMarks picture={picture} plot={plot} />
      </PlotFrame>
      <p
        className="axis-title"
        style={{ left: plot.left, right: size.width - plot.right, fontSize: 13 * size.scale }}
      >
        {axisTitle(range, setup.source, setup.scenario.link.longerMs)}
      </p>
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
