import { errorAt } from '../../run/lane-facts';
import { stateAt } from '../../run/frame';
import type { LaneLog } from '../../run/schema';
import { stallSpans, type Span } from '../summary';
import type { Figure } from './lane-figures';

/** The first run of two, or the second. */
export const SIDES = ['a', 'b'] as const;
export type Side = (typeof SIDES)[number];

/** The other of two runs. */
export const otherSide = (side: Side): Side => (side === 'a' ? 'b' : 'a');

/** What the other lane does while one stalls. */
export type Meanwhile = 'plays' | 'stalls' | 'waits' | 'over';

/**
 * Something that happens in a lane of one run and not, or at another time, in that of the other; times in ms. `by` is
 * the run in which it happens, or happens earlier or longer, and `atMs` the moment from which the two differ.
 */
export type Difference =
  | { event: 'starts-earlier'; by: Side; atMs: number; lessMs: number }
  | { event: 'starts-alone'; by: Side; atMs: number }
  | { event: 'stalls-alone'; by: Side; atMs: number; lastsMs: number; other: Meanwhile }
  | { event: 'stalls-earlier'; by: Side; atMs: number; lessMs: number }
  | { event: 'stalls-longer'; by: Side; atMs: number; moreMs: number }
  | { event: 'ends-earlier'; by: Side; atMs: number; lessMs: number }
  | { event: 'ends-alone'; by: Side; atMs: number }
  | { event: 'breaks'; by: Side; atMs: number }
  /** Nothing happens at another time, and yet a figure is larger in one run: ms or bytes. */
  | { event: 'figure'; by: Side; figure: Figure; more: number };

/** Two lanes of one method, and how they are told apart. */
export interface LanePair {
  a: LaneLog;
  b: LaneLog;
  /** Only what happens by then is looked at, ms, and only what begins before this. */
  untilMs: number;
  beginsBeforeMs: number;
  /** Times closer than this are the same, ms. */
  toleranceMs: number;
  /** The films are as long as each other, so that their ends can be compared. */
  sameLength: boolean;
}

/** Every event in which two lanes differ, ascending. */
export function differencesOf(pair: LanePair): Difference[] {
  const { a, b } = pair;
  const moment = (ms: number | null): number | null =>
    ms !== null && ms < pair.beginsBeforeMs ? ms : null;
  return [
    ...momentDifference('starts', [a, b].map(startOf).map(moment), pair),
    ...stallDifferences(pair),
    ...(pair.sameLength ? momentDifference('ends', [a.endedMs, b.endedMs].map(moment), pair) : []),
    ...breakDifference([a, b].map(brokeMs).map(moment), pair),
  ].sort((one, two) => momentOf(one) - momentOf(two));
}

/** When two runs begin to differ in this, ms; a figure has no moment and comes last. */
export const momentOf = (difference: Difference): number =>
  difference.event === 'figure' ? Infinity : difference.atMs;

const startOf = ({ startupDelayMs }: LaneLog): number | null => startupDelayMs;

/** When a lane broke, ms; null while it did not. */
function brokeMs(log: LaneLog): number | null {
  if (!errorAt(log, Infinity)) return null;
  return log.events.findLast(({ kind }) => kind === 'error')?.tMs ?? null;
}

/** One moment that each run may have. */
function momentDifference(
  what: 'starts' | 'ends',
  [a = null, b = null]: readonly (number | null)[],
  { toleranceMs }: LanePair,
): Difference[] {
  if (a !== null && b !== null) {
    const lessMs = Math.abs(a - b);
    if (lessMs <= toleranceMs) return [];
    return [{ event: `${what}-earlier`, by: a < b ? 'a' : 'b', atMs: Math.min(a, b), lessMs }];
  }
  if (a !== null) return [{ event: `${what}-alone`, by: 'a', atMs: a }];
  return b === null ? [] : [{ event: `${what}-alone`, by: 'b', atMs: b }];
}

function breakDifference(
  [a = null, b = null]: readonly (number | null)[],
  { toleranceMs }: LanePair,
): Difference[] {
  const [atA, atB] = [a ?? Infinity, b ?? Infinity];
  if (atA === atB || Math.abs(atA - atB) <= toleranceMs) return [];
  return [{ event: 'breaks', by: atA < atB ? 'a' : 'b', atMs: Math.min(atA, atB) }];
}

/** Stalls that overlap are the same one; those of one run alone, and those that begin or end apart, are told. */
function stallDifferences(pair: LanePair): Difference[] {
  const { untilMs, beginsBeforeMs, toleranceMs } = pair;
  const spans = (log: LaneLog): Span[] =>
    stallSpans(log, untilMs)
      .filter(([fromMs]) => fromMs < beginsBeforeMs)
      .map(([fromMs, toMs]): Span => [fromMs, Math.min(toMs, untilMs)])
      .filter(([fromMs, toMs]) => toMs - fromMs > toleranceMs);
  const alone = (by: Side, [atMs, toMs]: Span): Difference => {
    const other = meanwhile(pair[otherSide(by)], atMs);
    return { event: 'stalls-alone', by, atMs, lastsMs: toMs - atMs, other };
  };
  const [ofA, ofB] = [spans(pair.a), spans(pair.b)];
  const found: Difference[] = [];
  // Both lists ascend: the earlier of two that do not meet has no counterpart.
  for (let i = 0, j = 0; i < ofA.length || j < ofB.length;) {
    const [a, b] = [ofA[i], ofB[j]];
    if (a && b && meet(a, b, toleranceMs)) {
      found.push(...stallsApart(a, b, toleranceMs));
      i += 1;
      j += 1;
    } else if (a && (!b || a[0] < b[0])) {
      found.push(alone('a', a));
      i += 1;
    } else if (b) {
      found.push(alone('b', b));
      j += 1;
    }
  }
  return found;
}

const meet = (a: Span, b: Span, toleranceMs: number): boolean =>
  a[0] <= b[1] + toleranceMs && b[0] <= a[1] + toleranceMs;

function stallsApart(a: Span, b: Span, toleranceMs: number): Difference[] {
  const lessMs = Math.abs(a[0] - b[0]);
  if (lessMs > toleranceMs) {
    const by = a[0] < b[0] ? 'a' : 'b';
    return [{ event: 'stalls-earlier', by, atMs: Math.min(a[0], b[0]), lessMs }];
  }
  const moreMs = Math.abs(a[1] - b[1]);
  if (moreMs <= toleranceMs) return [];
  return [
    { event: 'stalls-longer', by: a[1] > b[1] ? 'a' : 'b', atMs: Math.min(a[1], b[1]), moreMs },
  ];
}

function meanwhile({ states }: LaneLog, atMs: number): Meanwhile {
  switch (stateAt(states, atMs)) {
    case 'starting':
      return 'waits';
    case 'ended':
    case 'failed':
      return 'over';
    case 'rebuffering':
      return 'stalls';
    case 'playing':
    case 'paused':
      return 'plays';
  }
}
