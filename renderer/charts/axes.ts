import { range } from 'd3-array';
import { secondsWith, shortFigure } from '../../model/figures';

/** One axis of a chart in its own unit: where it begins and ends, and its ticks, ascending. */
export interface Axis {
  from: number;
  end: number;
  ticks: readonly number[];
  /** True where equal ratios lie equally far apart; `from` is then above 0. */
  log?: boolean;
}

const MANTISSAS = [1, 2, 5];
/** An axis of no length at all is drawn as one of this. */
const MIN_LENGTH = 1e-9;

/** Takes the binary dust off a decimal number, so that 0.1 x 3 is 0.3. */
const tidy = (value: number): number => Number(value.toPrecision(12));

/**
 * The finest step of 1, 2 or 5 times a power of ten of which at most `most` make up a length. d3's own ticks take
 * `most` as a hint and give up to half as many again, which has no room beside a small chart.
 */
function roundStep(length: number, most: number): number {
  const wanted = Math.max(length, MIN_LENGTH) / most;
  const decade = 10 ** Math.floor(Math.log10(wanted));
  const mantissa = MANTISSAS.find((m) => tidy(m * decade) >= tidy(wanted)) ?? 10;
  return tidy(mantissa * decade);
}

/** The axis from 0 that reaches a value with at most `most` round steps and ends with a tick. */
export function axisUntil(value: number, most: number): Axis {
  const step = roundStep(value, most);
  const count = Math.max(1, Math.ceil(tidy(value / step)));
  return { from: 0, end: tidy(count * step), ticks: ticksWithin(0, count * step, step) };
}

/** The axis of exactly one stretch, with at most `most` steps between round ticks inside of it. */
export function axisOver(from: number, end: number, most: number): Axis {
  return { from, end, ticks: ticksWithin(from, end, roundStep(end - from, most)) };
}

/** The multiples of a step that lie in a stretch. */
function ticksWithin(from: number, end: number, step: number): number[] {
  const first = Math.ceil(tidy(from / step));
  return range(first, Math.floor(tidy(end / step)) + 1).map((count) => tidy(count * step));
}

/** The same axis with nothing at it: where another plot, or none, carries the words. */
export const withoutTicks = (axis: Axis): Axis => ({ ...axis, ticks: [] });

/** An axis of so many rows, one below the other, with nothing at it. */
export const rowsAxis = (rows: number): Axis => ({ from: 0, end: rows, ticks: [] });

const MAX_TIME_STEPS = 6;
const MAX_VALUE_STEPS = 5;
/** A time axis reaches at least here, s. */
const MIN_TIME_S = 10;

/** The time axis, seconds, that reaches a moment: 40, 50, 60, 80, 100, 120, 150... so that it seldom changes. */
export const timeAxis = (untilS: number): Axis =>
  axisUntil(Math.max(MIN_TIME_S, untilS), MAX_TIME_STEPS);

/** Seconds between the markers of a line: 10 on a short axis, more on a long one. */
export const markerStep = (endS: number): number => Math.max(10, roundStep(endS, MAX_TIME_STEPS));

/** The value axis that reaches `most` and at least `floor`: 40, 50, 60, 80, 100, 150... */
export const valueAxis = (most: number, floor: number): Axis =>
  axisUntil(Math.max(most, floor), MAX_VALUE_STEPS);

/** A tick as a word: 0, 0.5, 40. */
export const tickWord = (value: number): string => shortFigure(tidy(value), 6);

/** Words of an axis's ticks, the last of them with the unit: 0, 20, 40 MB. */
export const ticksIn =
  ({ ticks }: Axis, unit: string) =>
  (value: number): string =>
    value === ticks.at(-1) ? `${tickWord(value)} ${unit}` : tickWord(value);

/** The same in seconds, with the unit as the language writes it: 0, 20, 40 s. */
export const ticksInSeconds =
  ({ ticks }: Axis) =>
  (value: number): string =>
    value === ticks.at(-1) ? secondsWith(tidy(value), 0, 6) : tickWord(value);
