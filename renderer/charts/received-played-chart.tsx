import { useMemo } from 'react';
import { Area, Line } from 'recharts';
import { say } from '../ui/words';
import { PredictedLines } from './predicted-lines';
import { predictedStrips } from './predicted-series';
import {
  timeAxis,
  valueAxis,
  bufferWord,
  DEFAULT_SIZE,
  firstTop,
  tickWord,
  type ChartProps,
} from './axes';
import { chartLabel, type ReadoutRow } from './readout';
import { ChartMarks } from './chart-marks';
import { hueOf } from '../ui/lane-style';
import { bandPoints, inOrder, valueAt, mostValue, type BandPoint } from './series';
import { TimeChart } from './time-chart';

/** Share of a strip's height that is drawn on; the rest keeps the strips apart. */
const STRIP_SHARE = 0.8;

interface StripPoint {
  t: number;
  played: number;
  band: [number, number];
}

/** Received and played, one strip per lane; the band between the two is the client buffer. */
export function ReceivedPlayedChart(props: ChartProps) {
  const { outages, nowMs, untilMs, predicted = null, scale = 1 } = props;
  const { width = DEFAULT_SIZE.width, height = DEFAULT_SIZE.height } = props;
  const lanes = inOrder(props.lanes);
  const strips = lanes.length;
  const endS = timeAxis(untilMs / 1000).end;
  const most = Math.max(
    ...[lanes, predicted?.lanes ?? []].map((of) => mostValue(of, 'receivedBytes')),
  );
  const endMb = valueAxis(most, firstTop(props.sourceMb)).end;
  const time = useMemo(() => timeAxis(endS), [endS]);
  const value = useMemo(() => stripAxis(strips), [strips]);
  const wordOf = useMemo(() => topWord(endMb), [endMb]);
  const base = (i: number): number => strips - 1 - i;
  const heightOf = (mb: number): number => (mb / endMb) * STRIP_SHARE;
  const toStrip =
    (i: number) =>
    ({ t, received, played }: BandPoint): StripPoint => ({
      t,
      played: base(i) + heightOf(played),
      band: [base(i) + heightOf(played), base(i) + heightOf(received)],
    });
  const said = useMemo(
    () => (predicted ? predictedStrips(predicted, { endS, endV: endMb }, STRIP_SHARE) : null),
    [predicted, endS, endMb],
  );
  const marks = lanes.map((lane, i) => {
    const received = valueAt(lane, 'receivedBytes', nowMs);
    const played = valueAt(lane, 'playedBytes', nowMs) ?? 0;
    return {
      method: lane.method,
      steps: [],
      end: received === null ? null : base(i) + heightOf(received),
      word: received === null ? '' : `${bufferWord(received - played)} MB`,
      wordAt: base(i) + STRIP_SHARE / 2,
    };
  });
  const rowsAt = (seconds: number): ReadoutRow[] =>
    lanes.flatMap((lane) => {
      const received = valueAt(lane, 'receivedBytes', seconds * 1000);
      const played = valueAt(lane, 'playedBytes', seconds * 1000);
      if (received === null || played === null) return [];
      const words = { received: bufferWord(received), played: bufferWord(played) };
      return [{ method: lane.method, word: say('dock.receivedOf', words) }];
    });
  return (
    <TimeChart
      rowsAt={rowsAt}
      size={{ width, height, scale }}
      left={30}
      right={62}
      time={time}
      value={value}
      wordOf={wordOf}
      outages={outages}
      strips={strips}
      stripShare={STRIP_SHARE}
      label={chartLabel(say('dock.received'), 'MB', nowMs, marks)}
    >
      {said && <PredictedLines {...said} endS={endS} end={strips} scale={scale} />}
      {lanes.map((lane, i) => (
        <Strip
          key={lane.method}
          hue={hueOf(lane.method)}
          points={bandPoints(lane, { endS, endV: endMb }).map(toStrip(i))}
        />
      ))}
      <ChartMarks lanes={marks} nowS={nowMs / 1000} words="right" scale={scale} />
    </TimeChart>
  );
}

interface StripProps {
  hue: string;
  points: StripPoint[];
}

function Strip({ hue, points }: StripProps) {
  return (
    <>
      <Area
        data={points}
        dataKey="band"
        stroke={hue}
        strokeWidth={1.5}
        fill={hue}
        fillOpacity={0.32}
        dot={false}
        activeDot={false}
        isAnimationActive={false}
        zIndex={0}
      />
      <Line
        data={points}
        dataKey="played"
        stroke={hue}
        strokeWidth={3}
        dot={false}
        activeDot={false}
        isAnimationActive={false}
        zIndex={0}
      />
    </>
  );
}

/** A tick at the bottom and at the top of every strip. */
function stripAxis(strips: number) {
  const ticks = Array.from({ length: strips }, (_, i) => [i, i + STRIP_SHARE]).flat();
  return { end: strips, ticks };
}

/** Only the top of a strip has a word: what it stands for. */
const topWord = (endMb: number) => (value: number) => (value % 1 === 0 ? '' : tickWord(endMb));
