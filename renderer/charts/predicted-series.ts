import { say } from '../ui/words';
import { markerStep } from './axes';
import { bandPoints, inOrder, linePoints, stepMarks, type ChartField, type Extent } from './series';
import type { PlacedPoint } from './plot';
import type { PredictedLine } from './predicted-lines';
import type { Prediction } from '../../model/run/predict-run';

/** A prediction as one chart draws it. */
export interface PredictedPart {
  lines: readonly PredictedLine[];
  word: string;
  wordAt: PlacedPoint;
}

/** The time axis reaches at most so many times as far as without a prediction, or the measured lines could not be read. */
const MAX_TIMES = 3;

/** How far the time axis reaches, ms: with a prediction as far as the whole run, unless that is very long. */
export function wholeSpanMs(measuredMs: number, predicted: Prediction | null): number {
  const wholeMs = Math.min(predicted?.untilMs ?? 0, MAX_TIMES * measuredMs);
  return Math.max(measuredMs, wholeMs);
}

/** One field of every predicted lane, with its lane's markers as the measured line has them. */
export function predictedField(
  predicted: Prediction,
  field: ChartField,
  extent: Extent,
): PredictedPart {
  const lines = inOrder(predicted.lanes).map((lane) => ({
    key: lane.method,
    method: lane.method,
    points: linePoints(lane, field, extent),
    marks: stepMarks(lane, field, markerStep(extent.endS), extent.endS * 1000),
  }));
  return { lines, word: word(predicted), wordAt: peakOf(lines, extent.endS) };
}

/** Received and played of every predicted lane, in strips of height 1 of which `share` is drawn on. */
export function predictedStrips(
  predicted: Prediction,
  extent: Extent,
  share: number,
): PredictedPart {
  const lanes = inOrder(predicted.lanes);
  const lines = lanes.flatMap((lane, i) => {
    const base = lanes.length - 1 - i;
    const points = bandPoints(lane, extent);
    const height = (mb: number): number => base + (mb / extent.endV) * share;
    return (['received', 'played'] as const).map((key) => ({
      key: `${lane.method} ${key}`,
      method: lane.method,
      points: points.map((point) => ({ t: point.t, v: height(point[key]) })),
      marks: [],
    }));
  });
  return { lines, word: word(predicted), wordAt: { t: extent.endS, v: lanes.length - 1 + share } };
}

const word = ({ cuts }: Prediction): string => say(`prediction.word.${cuts}`);

/** The highest point of all lines. */
function peakOf(lines: readonly { points: readonly PlacedPoint[] }[], endS: number): PlacedPoint {
  let peak: PlacedPoint = { t: endS, v: 0 };
  for (const { points } of lines) for (const point of points) if (point.v > peak.v) peak = point;
  return peak;
}
