import { useMemo } from 'react';
import { Line } from 'recharts';
import { timeAxis, valueAxis, markerStep, DEFAULT_SIZE, tickWord, type ChartProps } from './axes';
import { chartLabel, type ReadoutRow } from './readout';
import { ChartMarks } from './chart-marks';
import { hueOf } from '../ui/lane-style';
import { inOrder, linePoints, valueAt, mostValue, stepMarks, type ChartField } from './series';
import { PredictedLines } from './predicted-lines';
import { predictedField } from './predicted-series';
import { TimeChart } from './time-chart';

interface LineChartProps extends ChartProps {
  field: ChartField;
  /** The value axis reaches at least here. */
  floor: number;
  /** Unit of the values; MB when left out. */
  unit?: string;
  wordOf(this: void, value: number): string;
  /** The chart's name, for those who hear it. */
  name: string;
  level?: { at: number; word: string };
}

/** One field of every lane over time, as lines with figures at the now-line. */
export function LineChart(props: LineChartProps) {
  const { field, outages, nowMs, untilMs, wordOf, level, predicted = null, scale = 1 } = props;
  const { width = DEFAULT_SIZE.width, height = DEFAULT_SIZE.height, unit = 'MB' } = props;
  const lanes = inOrder(props.lanes);
  const endS = timeAxis(untilMs / 1000).end;
  const most = Math.max(mostValue(lanes, field), mostValue(predicted?.lanes ?? [], field));
  const endV = valueAxis(Math.max(most, level?.at ?? 0), props.floor).end;
  const time = useMemo(() => timeAxis(endS), [endS]);
  const value = useMemo(() => valueAxis(endV, 0), [endV]);
  const said = useMemo(
    () => (predicted ? predictedField(predicted, field, { endS, endV }) : null),
    [predicted, field, endS, endV],
  );
  const marks = lanes.map((lane) => {
    const end = valueAt(lane, field, nowMs);
    return {
      method: lane.method,
      steps: stepMarks(lane, field, markerStep(endS), nowMs),
      end,
      word: end === null ? '' : wordOf(end),
    };
  });
  const rowsAt = (seconds: number): ReadoutRow[] =>
    lanes.flatMap((lane) => {
      const at = valueAt(lane, field, seconds * 1000);
      return at === null ? [] : [{ method: lane.method, word: `${wordOf(at)} ${unit}` }];
    });
  return (
    <TimeChart
      rowsAt={rowsAt}
      size={{ width, height, scale }}
      left={32}
      right={52}
      time={time}
      value={value}
      wordOf={tickWord}
      outages={outages}
      label={chartLabel(props.name, unit, nowMs, marks)}
    >
      {said && <PredictedLines {...said} endS={endS} end={endV} scale={scale} />}
      {lanes.map((lane) => (
        <Line
          key={lane.method}
          data={linePoints(lane, field, { endS, endV })}
          dataKey="v"
          stroke={hueOf(lane.method)}
          strokeWidth={2.4}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
          zIndex={0}
        />
      ))}
      <ChartMarks
        lanes={marks}
        nowS={nowMs / 1000}
        words="beside"
        scale={scale}
        {...(level && { level })}
      />
    </TimeChart>
  );
}
