import { minIndex } from 'd3-array';
import type { DownTime } from '../../model/run/schema';
import type { Prediction } from '../../model/run/predict-run';
import type { ChartLane } from './series';

/** One axis as a chart draws it: from 0 to `end`, with its ticks. */
export interface Axis {
  end: number;
  ticks: number[];
}

const TIME_ENDS_S = [10, 20, 40, 60, 80, 100, 120, 160, 200, 240, 300, 400, 500, 600];
const TIME_STEPS_S = [1, 2, 5, 10, 20, 30, 60, 100, 120, 300, 600, 1200, 1800, 3600, 7200];
const ROUND = [1, 2, 3, 4, 5, 6, 8];
const ROUNDER = [1, 2, 5];
const MAX_TIME_TICKS = 6;

const upTo = (end: number, step: number): number[] =>
  Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, i) => round(i * step));

/** Takes the binary dust off a decimal number, so that 0.1 x 3 is 0.3. */
const round = (value: number): number => Number(value.toPrecision(12));

/** The time axis, seconds, that reaches `untilS`: 10, 20, 40, 60, 80... so that it seldom changes. */
export function timeAxis(untilS: number): Axis {
  const end = TIME_ENDS_S.find((candidate) => candidate >= untilS) ?? Math.ceil(untilS / 300) * 300;
  return { end, ticks: upTo(end, timeStep(end, MAX_TIME_TICKS)) };
}

/** Seconds between the markers of a line: 10 on a short axis, more on a long one. */
export function markerStep(endS: number): number {
  return Math.max(10, timeStep(endS, MAX_TIME_TICKS));
}

function timeStep(end: number, most: number): number {
  const fits = (step: number): boolean => end / step <= most && Number.isInteger(end / step);
  return TIME_STEPS_S.find(fits) ?? end / (most - 1);
}

/** The value axis that reaches `most` and at least `floor`, four round steps high: 40, 80, 120, 160, 200, 240, 320... */
export function valueAxis(most: number, floor: number): Axis {
  return stepAxis(Math.max(most, floor), 4, ROUND);
}

/** The axis of a rate, two round steps high, for a small curve: 1, 2, 4, 10, 20... */
export function rateAxis(most: number): Axis {
  return stepAxis(most, 2, ROUNDER);
}

function stepAxis(most: number, steps: number, mantissas: readonly number[]): Axis {
  const wanted = Math.max(most, Number.MIN_VALUE * steps) / steps;
  const decade = 10 ** Math.floor(Math.log10(wanted));
  const mantissa = mantissas.find((m) => round(m * decade) >= round(wanted)) ?? 10;
  const step = round(mantissa * decade);
  return { end: round(step * steps), ticks: upTo(round(step * steps), step) };
}

/** Which of a chart's moments lies nearest to the one pointed at in another chart, both in seconds. */
export function nearestTick(
  ticks: readonly { value: unknown }[],
  { activeLabel }: { activeLabel?: string | number | undefined },
): number {
  const wanted = Number(activeLabel);
  return Math.max(
    0,
    minIndex(ticks, ({ value }) => Math.abs(Number(value) - wanted)),
  );
}

/** What each of the three charts takes; nothing of it comes from the session, so the report draws them too. */
export interface ChartProps {
  lanes: readonly ChartLane[];
  outages: readonly DownTime[];
  /** Where the now-line stands and what the figures say, ms. */
  nowMs: number;
  /** The time axis reaches at least here, ms. */
  untilMs: number;
  /** Size of the source, MB, so that the value axis of a small file starts small. */
  sourceMb?: number;
  /** What the model says of the run, to be drawn behind what was measured. */
  predicted?: Prediction | null;
  width?: number;
  height?: number;
  /** Size of the words, 1 = 12 px. */
  scale?: number;
}

/** The size that a chart is drawn at when none is given, px. */
export const DEFAULT_SIZE = { width: 420, height: 200 };
/** The value axis of a large source starts at this many MB. */
const FIRST_TOP_MB = 40;

/** Where the value axis begins to grow from, MB. */
export const firstTop = (sourceMb = Infinity): number => Math.min(FIRST_TOP_MB, sourceMb);

/** A tick of a value axis as a word: 0, 0.5, 40. */
export const tickWord = (value: number): string => String(Number(value.toPrecision(6)));

/** MB of a buffer, one decimal: "4.7"; a true zero is "0". */
export const bufferWord = (mb: number): string => (mb === 0 ? '0' : mb.toFixed(1));
/** MB of a process, whole, one decimal below 1 MB: "162". */
export const memoryWord = (mb: number): string => mb.toFixed(mb < 1 ? 1 : 0);
