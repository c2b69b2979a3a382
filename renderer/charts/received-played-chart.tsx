import { useMemo } from 'react';
import { bufferFigure, bufferWord } from '../../model/figures';
import { hueOf } from '../ui/lane-style';
import { inLanguage, say, useLanguage } from '../ui/words';
import { tickWord, timeAxis, valueAxis, type Axis } from './axes';
import { ChartMarks } from './chart-marks';
import { plotOf, type Plot } from './plot';
import { InsidePlot } from './plot-frame';
import { PlotBand, PlotLine } from './plot-lines';
import { PredictedLines } from './predicted-lines';
import { predictedStrips } from './predicted-series';
import type { ReadingRow } from './reading';
import { bandPoints, inOrder, mostValue, valueAt, type BandPoint } from './series';
import { chartLabel, DEFAULT_SIZE, firstTop, TimeChart, type ChartProps } from './time-chart';

const ROOM = { left: 30, right: 62, top: 14, bottom: 20 };
/** Share of a strip's height that is drawn on; the rest keeps the strips apart. */
const STRIP_SHARE = 0.8;

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
  const plot = useMemo(
    () => plotOf({ width, height, scale }, ROOM, timeAxis(endS), stripAxis(strips)),
    [width, height, scale, endS, strips],
  );
  const language = useLanguage();
  const said = useMemo(
    () =>
      inLanguage(language, () =>
        predicted ? predictedStrips(predicted, { endS, endV: endMb }, STRIP_SHARE) : null,
      ),
    [predicted, endS, endMb, language],
  );
  /** The place of so many MB in the strip of a lane, in units of the value axis. */
  const inStrip =
    (i: number) =>
    (mb: number): number =>
      strips - 1 - i + (mb / endMb) * STRIP_SHARE;
  const marks = lanes.map((lane, i) => {
    const received = valueAt(lane, 'receivedBytes', nowMs);
    const played = valueAt(lane, 'playedBytes', nowMs) ?? 0;
    return {
      method: lane.method,
      steps: [],
      end: received === null ? null : inStrip(i)(received),
      word: received === null ? '' : bufferFigure((received - played) * 1e6),
      wordAt: inStrip(i)(endMb / 2),
    };
  });
  const rowsAt = (seconds: number): ReadingRow[] =>
    lanes.flatMap((lane) => {
      const received = valueAt(lane, 'receivedBytes', seconds * 1000);
      const played = valueAt(lane, 'playedBytes', seconds * 1000);
      if (received === null || played === null) return [];
      const words = { received: bufferWord(received), played: bufferWord(played) };
      return [{ method: lane.method, word: say('dock.receivedOf', words) }];
    });
  return (
    <TimeChart
      plot={plot}
      rowsAt={rowsAt}
      yWord={(value) => (value % 1 === 0 ? '' : tickWord(endMb))}
      outages={outages}
      chapters={props.chapters}
      jump={props.jump}
      strips={strips}
      share={STRIP_SHARE}
      label={chartLabel(say('dock.received'), 'MB', nowMs, marks)}
    >
      {said && <PredictedLines {...said} plot={plot} />}
      <InsidePlot plot={plot}>
        {lanes.map((lane, i) => (
          <Strip
            key={lane.method}
            plot={plot}
            hue={hueOf(lane.method)}
            points={bandPoints(lane, { endS, endV: endMb })}
            place={inStrip(i)}
          />
        ))}
      </InsidePlot>
      <ChartMarks plot={plot} lanes={marks} nowS={nowMs / 1000} words="right" />
    </TimeChart>
  );
}

interface StripProps {
  plot: Plot;
  hue: string;
  points: readonly BandPoint[];
  /** The place of so many MB, in units of the value axis. */
  place: (mb: number) => number;
}

function Strip({ plot, hue, points, place }: StripProps) {
  const edge = (key: 'received' | 'played') =>
    points.map((point) => ({ t: point.t, v: place(point[key]) }));
  const band = points.map(({ t, played, received }) => ({
    t,
    band: [place(played), place(received)] as const,
  }));
  return (
    <>
      <PlotBand plot={plot} points={band} fill={hue} fillOpacity={0.32} />
      <PlotLine plot={plot} points={edge('received')} stroke={hue} strokeWidth={1.5} />
      <PlotLine plot={plot} points={edge('played')} stroke={hue} strokeWidth={3} />
    </>
  );
}

/** A tick at the bottom and at the top of every strip. */
function stripAxis(strips: number): Axis {
  const ticks = Array.from({ length: strips }, (_, i) => [i, i + STRIP_SHARE]).flat();
  return { from: 0, end: strips, ticks };
}
