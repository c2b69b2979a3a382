import { stallSpans } from './summary';
import type { Mark } from '../run/marks';
import type { RunLog } from '../run/schema';
import type { Method } from '../delivery/types';

/** What a run can be made to pause at. */
export const BREAKS = ['stall', 'start', 'outage', 'mark'] as const;
export type Break = (typeof BREAKS)[number];

/** A moment of a run that has a name. */
export interface Moment {
  tMs: number;
  kind: Break | 'resume' | 'link-up' | 'end';
  /** The lane that it is of; null for what all share. */
  method: Method | null;
}

/** What is looked at in a run that is stepped through; a whole log is one. */
export interface SteppedRun extends Pick<RunLog, 'lengthMs' | 'lanes'> {
  marks: readonly Mark[];
  link: Pick<RunLog['link'], 'outages'>;
}

/** Everything that happens in a run and is worth a stop, ascending: starts, stalls and their ends, outages, marks. */
export function momentsOf({ lanes, link, marks, lengthMs }: SteppedRun): Moment[] {
  const moments: Moment[] = marks.map(({ tMs }) => ({ tMs, kind: 'mark', method: null }));
  for (const { fromMs, toMs, lasts } of link.outages) {
    moments.push({ tMs: fromMs, kind: 'outage', method: null });
    if (!lasts) moments.push({ tMs: toMs, kind: 'link-up', method: null });
  }
  for (const lane of lanes) {
    const { method, startupDelayMs, endedMs } = lane;
    if (startupDelayMs !== null) moments.push({ tMs: startupDelayMs, kind: 'start', method });
    if (endedMs !== null) moments.push({ tMs: endedMs, kind: 'end', method });
    for (const [fromMs, toMs] of stallSpans(lane, lengthMs)) {
      moments.push({ tMs: fromMs, kind: 'stall', method });
      if (toMs < lengthMs) moments.push({ tMs: toMs, kind: 'resume', method });
    }
  }
  return moments.filter(({ tMs }) => tMs <= lengthMs).sort((a, b) => a.tMs - b.tMs);
}

/** The first moment further than `apartMs` behind tMs, or the last before it; null when there is none. */
export function nextMoment<M extends { tMs: number }>(
  moments: readonly M[],
  tMs: number,
  direction: 1 | -1,
  apartMs = 0,
): M | null {
  const found =
    direction === 1
      ? moments.find((moment) => moment.tMs > tMs + apartMs)
      : moments.findLast((moment) => moment.tMs < tMs - apartMs);
  return found ?? null;
}

/** A mark closer than this is the one that is shown, ms. */
const SAME_MARK_MS = 1;

/** The next mark after the moment that is shown, or the one before it; null when there is none. */
export const nextMark = (marks: readonly Mark[], shownMs: number, direction: 1 | -1): Mark | null =>
  nextMoment(marks, shownMs, direction, SAME_MARK_MS);

/** The moment at which a run that goes from one moment to another pauses first; null when it does not. */
export function breakBetween(
  moments: readonly Moment[],
  kind: Break,
  fromMs: number,
  toMs: number,
): Moment | null {
  const direction = toMs >= fromMs ? 1 : -1;
  const of = moments.filter((moment) => moment.kind === kind);
  const moment = nextMoment(of, fromMs, direction);
  if (!moment) return null;
  const reached = direction === 1 ? moment.tMs <= toMs : moment.tMs >= toMs;
  return reached ? moment : null;
}

/** What a key chooses next: one kind after another, then nothing. */
export const breakAfter = (kind: Break | null): Break | null =>
  BREAKS[kind === null ? 0 : BREAKS.indexOf(kind) + 1] ?? null;

/** A place that the menu of jumps offers. */
export type Jump =
  | { to: 'first-frame' | 'first-stall' | 'end'; tMs: number }
  /** The nth outage, from 1. */
  | { to: 'outage'; tMs: number; n: number }
  | { to: 'mark'; tMs: number; mark: Mark };

/** Where one may want to look in a run: its first picture, its first stall, each outage, each note, its end. */
export function jumpsOf(run: SteppedRun): Jump[] {
  const { lanes, link, marks, lengthMs } = run;
  const frames = lanes.flatMap(({ events }) =>
    events.filter(({ kind }) => kind === 'first-frame').map(({ tMs }) => tMs),
  );
  const stalls = lanes.flatMap((lane) => lane.stalls.map(({ atMs }) => atMs));
  const jumps: Jump[] = [];
  if (frames.length > 0) jumps.push({ to: 'first-frame', tMs: Math.min(...frames) });
  if (stalls.length > 0) jumps.push({ to: 'first-stall', tMs: Math.min(...stalls) });
  for (const [i, { fromMs }] of link.outages.entries()) {
    if (fromMs <= lengthMs) jumps.push({ to: 'outage', tMs: fromMs, n: i + 1 });
  }
  for (const mark of marks) {
    if (mark.kind !== 'caption') jumps.push({ to: 'mark', tMs: mark.tMs, mark });
  }
  return [...jumps, { to: 'end', tMs: lengthMs }];
}
