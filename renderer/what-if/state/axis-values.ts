import { minIndex } from 'd3-array';
import { CHUNK_MAX } from '../../../model/delivery/settings';
import type { SweepAxis } from '../../../model/sweep/types';
import { roundSize } from '../../apparatus/tile-scale';
import { axisOver, type Axis } from '../../charts/axes';
import type { RoomSource } from './room-source';
import { meanRate } from './room-source';

/** How far an axis reaches, as a multiple of its usual end. */
export const REACHES = [0.5, 1, 2, 5] as const;
export type Reach = (typeof REACHES)[number];

/** One axis as it is swept and drawn; bytes, bytes per second or ms. */
export interface AxisRange {
  axis: SweepAxis;
  /** Ascending; the usual steps and, where it is none of them, the value that is set. */
  values: readonly number[];
  /** Where the drawn axis begins and ends. */
  from: number;
  to: number;
  /** Sizes of a chunk are steps by ratio. */
  log: boolean;
}

const STEPS = 20;
const CHUNKS = [
  50e3, 100e3, 200e3, 300e3, 500e3, 700e3, 1e6, 1.5e6, 2e6, 3e6, 5e6, 8e6, 12e6, 16e6,
];
/** A file of this many chunks is still a stream of chunks. */
const MIN_CHUNKS = 4;

/**
 * The values of an axis for a source; `current` is the value that is set and always among them,
 * `linkRate` what the link has of itself, bytes per second, which an axis of rates spans too.
 */
export function axisRange(
  axis: SweepAxis,
  source: RoomSource,
  reach: Reach,
  current: number,
  linkRate = 0,
): AxisRange {
  const steps = axis === 'chunk' ? chunkSteps(source) : evenSteps(axis, source, reach, linkRate);
  const values = withCurrent(steps, current);
  const [first = 0] = values;
  const last = values.at(-1) ?? first;
  const log = axis === 'chunk';
  const from = log || axis === 'rate' ? first : 0;
  return { axis, values, from, to: Math.max(last, from + Number.EPSILON), log };
}

/** An evening's worth of trouble, s: what is looked at of a long source. */
const WINDOW_S = 100;

/** The step of an axis at reach 1: a hundredth of what is looked at, in bytes or in time, or a tenth of the mean rate. */
export function axisStep(axis: SweepAxis, source: RoomSource, linkRate = 0): number {
  const windowS = Math.min(WINDOW_S, source.durationS);
  const hundredth = roundSize((meanRate(source) * windowS) / 102);
  switch (axis) {
    case 'prefetch':
    case 'chunk':
      return hundredth;
    case 'ahead':
      return 2 * hundredth;
    case 'rate':
      return roundSize(Math.max(meanRate(source), finite(linkRate) / 2) / 10.2);
    case 'outage':
      return Math.max(10, roundSize((windowS * 1000) / 204));
  }
}

const finite = (rate: number): number => (Number.isFinite(rate) ? rate : 0);

function evenSteps(axis: SweepAxis, source: RoomSource, reach: Reach, linkRate: number): number[] {
  const step = axisStep(axis, source, linkRate) * reach;
  const first = firstStep(axis, source, step);
  const most = axis === 'prefetch' || axis === 'ahead' ? source.bytes : Infinity;
  const steps = Array.from({ length: STEPS + (first === 0 ? 1 : 0) }, (_, i) =>
    whole((first + i) * step),
  );
  return [...new Set(steps)].filter((value) => value <= most && (value > 0 || axis === 'outage'));
}

/** Rates begin near half of what the source needs: far below that nothing is left to learn. */
function firstStep(axis: SweepAxis, source: RoomSource, step: number): number {
  if (axis === 'outage') return 0;
  if (axis === 'rate') return Math.max(1, Math.round((meanRate(source) * 0.5) / step));
  return 1;
}

function chunkSteps(source: RoomSource): number[] {
  const share = axisStep('chunk', source) / 1e6;
  const scale = share < 1 ? share : 1;
  const most = Math.min(CHUNK_MAX, source.bytes / MIN_CHUNKS);
  const steps = CHUNKS.map((size) => whole(Math.max(1024, size * scale)));
  return [...new Set(steps)].filter((size) => size <= most);
}

function withCurrent(steps: readonly number[], current: number): number[] {
  const known = steps.some((step) => Math.abs(step - current) < 1e-9 * Math.max(1, step));
  return known ? [...steps] : [...steps, current].sort((a, b) => a - b);
}

const whole = (value: number): number => Math.round(value);

/** The place (index) of the value that lies nearest to another one on the drawn axis. */
export function nearestValue({ values, log }: AxisRange, value: number): number {
  const place = (each: number): number => (log ? Math.log(each) : each);
  return Math.max(
    0,
    minIndex(values, (each) => Math.abs(place(each) - place(value))),
  );
}

/** A linear axis has at most so many steps between its ticks. */
const MAX_STEPS = 6;

/** The axis that a range is drawn on; one of ratios has a tick at its round values and at its end. */
export function drawnAxis({ from, to, values, log }: AxisRange): Axis {
  if (!log) return axisOver(from, to, MAX_STEPS);
  return { from, end: to, log, ticks: values.filter((value) => isRound(value) || value === to) };
}

const isRound = (value: number): boolean =>
  [1, 2, 5].includes(Number((value / 10 ** Math.floor(Math.log10(value))).toPrecision(6)));
