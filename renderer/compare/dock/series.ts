import { METHODS } from '../../../model/delivery/types';
import type { LaneLog, Sample } from '../../../model/run/schema';
import { thin, type Row } from './thin';

/** What a chart needs of a lane; a whole LaneLog is one. */
export type ChartLane = Pick<LaneLog, 'method' | 'samples'>;

/** A stretch in which the link was down, ms of the run's clock. */
export interface ChartOutage {
  fromMs: number;
  toMs: number;
  byHand: boolean;
}

/** One line: seconds and megabytes. */
export type LinePoint = Row<'v'>;
/** One strip: seconds, and megabytes received and played. */
export type BandPoint = Row<'received' | 'played'>;

/** The sample fields that a chart draws, all in bytes. */
export type ByteField = 'bufferedBytes' | 'rssBytes' | 'receivedBytes' | 'playedBytes';

/** The most points of one drawn line: a chart's cost grows with them. */
export const MOST_POINTS = 150;
/** A dropped point may be this share of the axis away from the line, about half a pixel. */
const TOLERANCE = 1 / 400;
const BYTES_PER_MB = 1e6;

/** Where the axes of a chart end, for thinning: seconds and megabytes. */
export interface Extent {
  endS: number;
  endMb: number;
}

const megabytes = (bytes: number): number => bytes / BYTES_PER_MB;

/** Lanes in the order in which they are always shown. */
export function inOrder<L extends ChartLane>(lanes: readonly L[]): L[] {
  return METHODS.flatMap((method) => lanes.filter((lane) => lane.method === method));
}

/** A single point is no line yet, and recharts would draw it as a dot. */
const line = <P>(points: P[]): P[] => (points.length > 1 ? points : []);

/** One field of a lane over time, in MB, thinned for drawing. */
export function linePoints(lane: ChartLane, field: ByteField, extent: Extent): LinePoint[] {
  const rows = lane.samples.map((s) => ({ t: s.tMs / 1000, v: megabytes(s[field]) }));
  const points = thin(rows, {
    keys: ['v'],
    tolerance: extent.endMb * TOLERANCE,
    limit: MOST_POINTS,
    spanS: extent.endS,
  });
  return line(points);
}

/** Received and played of a lane over time, in MB, thinned together so that the band between them is true. */
export function bandPoints(lane: ChartLane, extent: Extent): BandPoint[] {
  const rows = lane.samples.map((s) => ({
    t: s.tMs / 1000,
    received: megabytes(s.receivedBytes),
    played: megabytes(s.playedBytes),
  }));
  const points = thin(rows, {
    keys: ['received', 'played'],
    tolerance: extent.endMb * TOLERANCE * 2,
    limit: MOST_POINTS,
    spanS: extent.endS,
  });
  return line(points);
}

/** The most that any lane reached in one field, MB. */
export function mostMb(lanes: readonly ChartLane[], field: ByteField): number {
  let most = 0;
  for (const lane of lanes) for (const s of lane.samples) most = Math.max(most, s[field]);
  return megabytes(most);
}

/** When the last sample of any lane was taken, ms. */
export function lastMs(lanes: readonly ChartLane[]): number {
  return Math.max(0, ...lanes.map((lane) => lane.samples.at(-1)?.tMs ?? 0));
}

/** The newest sample that is not later than `tMs`; undefined before the first. */
export function sampleAt(samples: readonly Sample[], tMs: number): Sample | undefined {
  let low = 0;
  let high = samples.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((samples[middle]?.tMs ?? Infinity) <= tMs) low = middle + 1;
    else high = middle;
  }
  return samples[low - 1];
}

/** One field of a lane at a moment, MB; null when nothing was measured by then. */
export function mbAt(lane: ChartLane, field: ByteField, tMs: number): number | null {
  const sample = sampleAt(lane.samples, tMs);
  return sample ? megabytes(sample[field]) : null;
}

/** A point that a lane's line is marked at: its own measured moment, seconds, and MB. */
export interface Mark {
  t: number;
  mb: number;
}

/** Marks every `stepS` seconds after 0 and before `nowMs`. */
export function stepMarks(lane: ChartLane, field: ByteField, stepS: number, nowMs: number): Mark[] {
  const marks: Mark[] = [];
  const until = Math.min(nowMs, lane.samples.at(-1)?.tMs ?? 0);
  for (let t = stepS; t * 1000 < until; t += stepS) {
    const sample = sampleAt(lane.samples, t * 1000);
    if (sample) marks.push({ t, mb: megabytes(sample[field]) });
  }
  return marks;
}
