import { useMemo } from 'react';
import type { LiveSettings } from '../../model/camera/types';
import { hueOf } from '../ui/lane-style';
import { inLanguage, say, useLanguage } from '../ui/words';
import { bufferWord } from '../../model/figures';
import { markerStep, timeAxis, valueAxis } from './axes';
import { ChartMarks } from './chart-marks';
import { plotOf } from './plot';
import { InsidePlot } from './plot-frame';
import { PlotLine } from './plot-lines';
import { PredictedLines } from './predicted-lines';
import { predictedField } from './predicted-series';
import type { ReadingRow } from './reading';
import { inOrder, linePoints, mostValue, stepMarks, valueAt, type ChartField } from './series';
import { chartLabel, DEFAULT_SIZE, firstTop, TimeChart, type ChartProps } from './time-chart';

const ROOM = { left: 32, right: 52, top: 14, bottom: 20 };

interface LineChartProps extends ChartProps {
  field: ChartField;
  /** The value axis reaches at least here. */
  floor: number;
  /** Unit of the values. */
  unit: string;
  /** The chart's name, for those who hear it. */
  name: string;
  level?: { at: number; word: string };
}

/** One field of every lane over time, as lines with figures at the now-line. */
function LineChart(props: LineChartProps) {
  const { field, unit, outages, nowMs, untilMs, level, predicted = null, scale = 1 } = props;
  const { width = DEFAULT_SIZE.width, height = DEFAULT_SIZE.height } = props;
  const lanes = inOrder(props.lanes);
  const endS = timeAxis(untilMs / 1000).end;
  const most = Math.max(mostValue(lanes, field), mostValue(predicted?.lanes ?? [], field));
  const endV = valueAxis(Math.max(most, level?.at ?? 0), props.floor).end;
  const plot = useMemo(
    () => plotOf({ width, height, scale }, ROOM, timeAxis(endS), valueAxis(endV, 0)),
    [width, height, scale, endS, endV],
  );
  const language = useLanguage();
  const said = useMemo(
    () =>
      inLanguage(language, () =>
        predicted ? predictedField(predicted, field, { endS, endV }) : null,
      ),
    [predicted, field, endS, endV, language],
  );
  const marks = lanes.map((lane) => {
    const end = valueAt(lane, field, nowMs);
    return {
      method: lane.method,
      steps: stepMarks(lane, field, markerStep(endS), nowMs),
      end,
      word: end === null ? '' : bufferWord(end),
    };
  });
  const rowsAt = (seconds: number): ReadingRow[] =>
    lanes.flatMap((lane) => {
      const at = valueAt(lane, field, seconds * 1000);
      return at === null ? [] : [{ method: lane.method, word: `${bufferWord(at)} ${unit}` }];
    });
  return (
    <TimeChart
      plot={plot}
      rowsAt={rowsAt}
      outages={outages}
      chapters={props.chapters}
      jump={props.jump}
      label={chartLabel(props.name, unit, nowMs, marks)}
    >
      {said && <PredictedLines {...said} plot={plot} />}
      <InsidePlot plot={plot}>
        {lanes.map((lane) => (
          <PlotLine
            key={lane.method}
            plot={plot}
            points={linePoints(lane, field, { endS, endV })}
            stroke={hueOf(lane.method)}
            strokeWidth={2.4}
          />
        ))}
      </InsidePlot>
      <ChartMarks
        plot={plot}
        lanes={marks}
        nowS={nowMs / 1000}
        words="beside"
        {...(level && { level })}
      />
    </TimeChart>
  );
}

interface OccupancyChartProps extends ChartProps {
  /** Where buffering starts, MB; null when no lane has such a threshold. */
  prefetchMb: number | null;
}

/** What lies in each client buffer over time, with the prefetch as a level. */
export function OccupancyChart({ prefetchMb, ...props }: OccupancyChartProps) {
  return (
    <LineChart
      {...props}
      field="bufferedBytes"
      unit="MB"
      floor={firstTop(props.sourceMb)}
      name={say('dock.occupancy')}
      {...(prefetchMb !== null && { level: { at: prefetchMb, word: say('dock.prefetch') } })}
    />
  );
}

/** The value axis of the delay starts with room for a lane that is close to live, seconds. */
const DELAY_FLOOR_S = 4;

/** How old the shown picture of each lane is, over time: measured by the time code in it. */
export function LiveDelayChart(props: ChartProps) {
  return (
    <LineChart
      {...props}
      field="liveDelayMs"
      unit="s"
      floor={DELAY_FLOOR_S}
      name={say('cameraUi.liveDelay')}
    />
  );
}

/** What lies in each client buffer of a camera's run over time, in seconds as its reserve is chosen. */
export function ReserveChart({ live, ...props }: ChartProps & { live: LiveSettings }) {
  const buffering = props.lanes.some(({ method }) => method === 'buffering');
  return (
    <LineChart
      {...props}
      field="bufferedS"
      unit="s"
      floor={2 * live.reserveS}
      name={say('dock.occupancy')}
      {...(buffering && { level: { at: live.reserveS, word: say('cameraUi.reserve') } })}
    />
  );
}
