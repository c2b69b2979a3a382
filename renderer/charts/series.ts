import { bisector } from 'd3-array';
import { LANES } from '../../model/delivery/types';
import type { LaneLog, Sample } from '../../model/run/schema';
import { shownDelayMs } from '../../model/run/frame';
import type { PlacedPoint } from './plot';
import { thin, type Row } from './thin';

/** What a chart needs of a lane; a whole LaneLog is one. */
export type ChartLane = Pick<LaneLog, 'method' | 'samples'> &
  Partial<Pick<LaneLog, 'memory' | 'error' | 'events'>>;

/** One line: seconds, and megabytes or seconds. */
export type LinePoint = Row<'v'>;
/** One strip: seconds, and megabytes received and played. */
export type BandPoint = Row<'received' | 'played'>;

/** The sample fields that a chart draws: bytes in MB, times in seconds. */
export type ChartField =
  | 'bufferedBytes'
  | 'rssBytes'
  | 'receivedBytes'
  | 'playedBytes'
  | 'positionS'
  | 'bufferedS'
  | 'liveDelayMs';

/** The most points of one drawn line: a chart's cost grows with them. */
export const MAX_POINTS = 150;
/** A dropped point may be this share of the axis away from the line, about half a pixel. */
const TOLERANCE = 1 / 400;
const BYTES_PER_MB = 1e6;
/** What one unit of a value axis counts of a field. */
const PER_UNIT: Record<ChartField, number> = {
  bufferedBytes: BYTES_PER_MB,
  rssBytes: BYTES_PER_MB,
  receivedBytes: BYTES_PER_MB,
  playedBytes: BYTES_PER_MB,
  positionS: 1,
  bufferedS: 1,
  liveDelayMs: 1000,
};

/** Where the axes of a chart end, for thinning: seconds, and the unit of its values. */
export interface Extent {
  endS: number;
  endV: number;
}

const megabytes = (bytes: number): number => bytes / BYTES_PER_MB;

/** A field of a sample in the unit of its axis; null when it was not measured then. */
function inUnits(sample: Sample, field: ChartField): number | null {
  const value = field === 'liveDelayMs' ? shownDelayMs(sample) : sample[field];
  return value === null ? null : value / PER_UNIT[field];
}

/** Lanes in the order in which they are always shown. */
export function inOrder<L extends ChartLane>(lanes: readonly L[]): L[] {
  return LANES.flatMap((method) => lanes.filter((lane) => lane.method === method));
}

/** A single point is no line yet. */
const line = <P>(points: P[]): P[] => (points.length > 1 ? points : []);

/** One field of a lane over time, thinned for drawing. */
export function linePoints(lane: ChartLane, field: ChartField, extent: Extent): LinePoint[] {
  const rows = lane.samples.flatMap((s) => {
    const v = inUnits(s, field);
    return v === null ? [] : [{ t: s.tMs / 1000, v }];
  });
  const points = thin(rows, {
    keys: ['v'],
    tolerance: extent.endV * TOLERANCE,
    limit: MAX_POINTS,
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
    tolerance: extent.endV * TOLERANCE * 2,
    limit: MAX_POINTS,
    spanS: extent.endS,
  });
  return line(points);
}

/** The most that any lane reached in one field. */
export function mostValue(lanes: readonly ChartLane[], field: ChartField): number {
  let most = 0;
  for (const { samples } of lanes)
    for (const s of samples) most = Math.max(most, inUnits(s, field) ?? 0);
  return most;
}

/** When the last sample of any lane was taken, ms. */
export function lastMs(lanes: readonly ChartLane[]): number {
  return Math.max(0, ...lanes.map((lane) => lane.samples.at(-1)?.tMs ?? 0));
}

/** The newest sample that is not later than `tMs`; undefined before the first. */
export function sampleAt(samples: readonly Sample[], tMs: number): Sample | undefined {
  return samples[byTime.right(samples, tMs) - 1];
}

const byTime = bisector((sample: Sample) => sample.tMs);

/** One field of a lane at a moment; null when nothing was measured by then. */
export function valueAt(lane: ChartLane, field: ChartField, tMs: number): number | null {
  const sample = sampleAt(lane.samples, tMs);
  return sample ? inUnits(sample, field) : null;
}

/** Points of a lane's own measured line, every `stepS` seconds after 0 and before `nowMs`. */
export function stepMarks(
  lane: ChartLane,
  field: ChartField,
  stepS: number,
  nowMs: number,
): PlacedPoint[] {
  const marks: PlacedPoint[] = [];
  const until = Math.min(nowMs, lane.samples.at(-1)?.tMs ?? 0);
  for (let t = stepS; t * 1000 < until; t += stepS) {
    const v = valueAt(lane, field, t * 1000);
    if (v !== null) marks.push({ t, v });
  }
  return marks;
}
