import { LANES, type Method } from '../../delivery/types';
import type { DownTime, LaneLog, RunLog } from '../../run/schema';
import { kindOf } from '../../source/kinds';
import { differencesOf, momentOf, SIDES, type Difference, type Side } from './differences';
import { FIGURES, laneFigures, type Figure, type LaneFigures } from './lane-figures';
import { comparedSettings, sameMedia, type ComparedSetting } from './settings';

/**
 * Times closer than this are the same, ms of the wall: one sample. Three live runs of the same settings were at most
 * 36 ms apart in any start, stall or end. The clock of a run that is played at four times the speed has four times
 * as many.
 */
const SAME_MS = 100;

/** Peaks of memory closer than this are the same, bytes: the same three runs were at most 0.4 MB apart. */
const SAME_MEMORY = 1_000_000;

/** Films and rates that differ by less than this share are the same. */
const SAME_SHARE = 0.001;

/** A method that both runs have. */
export interface ComparedLane {
  method: Method;
  a: LaneFigures;
  b: LaneFigures;
  /** B less A; null where one of them has none, or where they cannot be compared. */
  less: Record<Figure, number | null>;
  /** True where the two are equal within what measuring says. */
  same: Record<Figure, boolean>;
  /** Figures that say nothing about these two runs: their media differ. */
  apart: readonly Figure[];
  /** Every event in which they differ, ascending; the figure that differs most where no event does. */
  differences: readonly Difference[];
  /** How much they differ, 0 for not at all: shares of the larger figure, added up. */
  weight: number;
}

/** A method that only one run has. */
export interface LoneLane {
  method: Method;
  of: Side;
  figures: LaneFigures;
}

/** What cannot be compared, and why. */
export type Limit =
  | { limit: 'no-method' }
  | { limit: 'only'; of: Side; methods: readonly Method[] }
  | { limit: 'kinds'; a: string; b: string; figures: readonly Figure[] }
  | { limit: 'files'; a: string; b: string; figures: readonly Figure[] }
  /** One run goes no further. */
  | { limit: 'stretch'; of: Side; untilMs: number };

/** What is said of two runs in one sentence. */
export type Verdict =
  | { says: 'nothing' }
  | { says: 'same'; methods: readonly Method[] }
  | {
      says: 'differ';
      method: Method;
      /** The first thing in which the runs differ. */
      first: Difference;
      /** What then comes of it in the same lane: a stall, or a break. */
      then: Difference | null;
      /** The methods that are the same in both. */
      same: readonly Method[];
    };

/** Two runs beside each other. */
export interface TwoRuns {
  verdict: Verdict;
  /** In the order of the methods. */
  lanes: readonly ComparedLane[];
  lone: readonly LoneLane[];
  limits: readonly Limit[];
  settings: readonly ComparedSetting[];
  /** The link was not down at the same times. */
  outagesDiffer: boolean;
  /** Times closer than this are the same, ms. */
  toleranceMs: number;
  /** Only so much of both is compared, ms. */
  untilMs: number;
}

/** Compares two runs as far as they can be: by their clocks always, by what they delivered where that is the same. */
export function compareTwo(a: RunLog, b: RunLog): TwoRuns {
  const toleranceMs = SAME_MS * Math.max(a.settings.speed, b.settings.speed);
  const { untilMs, limits: stretch } = commonStretch(a, b, toleranceMs);
  const media = comparedMedia(a, b);
  const about = { toleranceMs, untilMs, ...media };
  const lanes: ComparedLane[] = [];
  const lone: LoneLane[] = [];
  for (const method of LANES) {
    const [ofA, ofB] = [a, b].map(({ lanes: all }) => all.find((lane) => lane.method === method));
    if (ofA && ofB) lanes.push(comparedLane(method, [ofA, a], [ofB, b], about));
    else if (ofA) lone.push({ method, of: 'a', figures: wholeFigures(ofA, a) });
    else if (ofB) lone.push({ method, of: 'b', figures: wholeFigures(ofB, b) });
  }
  return {
    verdict: verdictOf(lanes),
    ...{ lanes, lone, toleranceMs, untilMs },
    limits: [...onlyLimits(lanes, lone), ...media.limits, ...stretch],
    settings: comparedSettings(a, b),
    outagesDiffer: !sameOutages([a, b], toleranceMs),
  };
}

const wholeFigures = (lane: LaneLog, { lengthMs }: RunLog): LaneFigures =>
  laneFigures(lane, { untilMs: lengthMs, lengthMs });

/** How far two runs can be compared: to the end of the one that stands or broke off before its lanes had ended. */
function commonStretch(
  a: RunLog,
  b: RunLog,
  toleranceMs: number,
): { untilMs: number; limits: Limit[] } {
  const whole = Math.max(a.lengthMs, b.lengthMs);
  const [reachA, reachB] = [reachMs(a), reachMs(b)];
  const untilMs = Math.min(whole, reachA, reachB);
  if (whole - untilMs <= toleranceMs) return { untilMs: whole, limits: [] };
  return { untilMs, limits: [{ limit: 'stretch', of: reachA <= reachB ? 'a' : 'b', untilMs }] };
}

/** What a run tells of: all time to come once every lane is over, else so much. */
function reachMs({ lanes, lengthMs }: RunLog): number {
  const over = lanes.every(({ endedMs, error }) => endedMs !== null || error !== null);
  return over ? Infinity : lengthMs;
}

interface MediaCompared {
  /** Figures that say nothing about runs of different media. */
  apart: readonly Figure[];
  /** What playback consumes, the larger of the two, bytes per second. */
  needs: number;
  limits: readonly Limit[];
}

/** A buffer in bytes says the same only of the same rate, an end only of the same length. */
function comparedMedia(a: RunLog, b: RunLog): MediaCompared {
  const [one, two] = [shapeOf(a), shapeOf(b)];
  const alike = (x: number, y: number): boolean =>
    Math.abs(x - y) <= SAME_SHARE * Math.max(Math.abs(x), Math.abs(y));
  const apart: Figure[] = [];
  if (a.media.kind !== b.media.kind || !alike(one.rate, two.rate)) apart.push('least');
  if (one.endless || two.endless || !alike(one.seconds, two.seconds)) apart.push('ends');
  const limits: Limit[] = [];
  const { kind, name } = a.media;
  if (kind !== b.media.kind)
    limits.push({ limit: 'kinds', a: kind, b: b.media.kind, figures: apart });
  else if (!sameMedia(a, b))
    limits.push({ limit: 'files', a: name, b: b.media.name, figures: apart });
  return { apart, needs: Math.max(one.rate, two.rate), limits };
}

function shapeOf({ media, settings }: RunLog): { seconds: number; rate: number; endless: boolean } {
  const kind = kindOf(media);
  const { durationS, deliveredBytes } = kind.delivered(media, settings.consumeRate);
  const rate = durationS > 0 ? deliveredBytes / durationS : 0;
  // Of a camera the length is that of its run, and the rate what its recorder is asked for.
  return kind.endless
    ? { seconds: 0, rate: kind.neededRate(media), endless: true }
    : { seconds: durationS, rate, endless: false };
}

function comparedLane(
  method: Method,
  [ofA, runA]: readonly [LaneLog, RunLog],
  [ofB, runB]: readonly [LaneLog, RunLog],
  about: MediaCompared & { toleranceMs: number; untilMs: number },
): ComparedLane {
  const { toleranceMs, untilMs, apart } = about;
  // What begins as one run breaks off may have been about to begin in the other.
  const isCut = untilMs < Math.max(runA.lengthMs, runB.lengthMs);
  const beginsBeforeMs = isCut ? untilMs - toleranceMs : Infinity;
  const [a, b] = (
    [
      [ofA, runA],
      [ofB, runB],
    ] as const
  ).map(([lane, { lengthMs }]) => laneFigures(lane, { untilMs, lengthMs })) as [
    LaneFigures,
    LaneFigures,
  ];
  const less = {} as ComparedLane['less'];
  const same = {} as ComparedLane['same'];
  let weight = 0;
  for (const figure of FIGURES) {
    const [x, y] = [a[figure], b[figure]];
    const comparable = !apart.includes(figure);
    less[figure] = comparable && x !== null && y !== null ? y - x : null;
    same[figure] = !comparable || isSame(figure, a, b, about);
    if (!same[figure]) weight += shareApart(x, y);
  }
  const sameLength = !apart.includes('ends');
  const pair = { a: ofA, b: ofB, untilMs, beginsBeforeMs, toleranceMs, sameLength };
  const events = differencesOf(pair);
  const differences = events.length > 0 ? events : mostFigure({ less, same });
  return { method, a, b, less, same, apart, differences, weight };
}

/** Whether a figure reads the same in both. */
function isSame(
  figure: Figure,
  a: LaneFigures,
  b: LaneFigures,
  { toleranceMs, needs }: { toleranceMs: number; needs: number },
): boolean {
  const [x, y] = [a[figure], b[figure]];
  if (x === null || y === null) return x === y;
  const apart = Math.abs(x - y);
  switch (figure) {
    case 'startup':
    case 'ends':
      return apart <= toleranceMs;
    case 'stalls':
      return a.stallCount === b.stallCount && apart <= toleranceMs * Math.max(1, a.stallCount);
    // A chunk comes a little later, and the sample that shows it later still.
    case 'least':
      return apart <= 2 * needs * (toleranceMs / 1000);
    case 'memory':
      return apart <= SAME_MEMORY;
  }
}

/** How far apart two figures are, as a share of the larger one; what only one run has is all apart. */
function shareApart(x: number | null, y: number | null): number {
  if (x === null || y === null) return 1;
  const most = Math.max(Math.abs(x), Math.abs(y));
  return most === 0 ? 1 : Math.abs(x - y) / most;
}

/** The figure that differs where no event does; times come before bytes, as they are what a viewer meets. */
function mostFigure({ less, same }: Pick<ComparedLane, 'less' | 'same'>): Difference[] {
  const figure = FIGURES.find((each) => !same[each] && less[each] !== null);
  if (!figure) return [];
  const by = (less[figure] ?? 0) > 0 ? 'b' : 'a';
  return [{ event: 'figure', by, figure, more: Math.abs(less[figure] ?? 0) }];
}

function onlyLimits(lanes: readonly ComparedLane[], lone: readonly LoneLane[]): Limit[] {
  const none: Limit[] = lanes.length === 0 ? [{ limit: 'no-method' }] : [];
  const only = SIDES.flatMap((of): Limit[] => {
    const methods = lone.filter((lane) => lane.of === of).map(({ method }) => method);
    return methods.length > 0 ? [{ limit: 'only', of, methods }] : [];
  });
  return [...none, ...only];
}

/** The lane in which the runs first differ, and what comes of it there. */
function verdictOf(lanes: readonly ComparedLane[]): Verdict {
  if (lanes.length === 0) return { says: 'nothing' };
  const differing = lanes.filter(({ differences }) => differences.length > 0);
  const methodsOf = (some: readonly ComparedLane[]): Method[] => some.map(({ method }) => method);
  const beginsMs = ({ differences: [first] }: ComparedLane): number =>
    first ? momentOf(first) : Infinity;
  const [lane] = differing.toSorted((x, y) => order(beginsMs(x), beginsMs(y)));
  const first = lane?.differences[0];
  if (!lane || !first) return { says: 'same', methods: methodsOf(lanes) };
  const rest = lane.differences.slice(1);
  const then = /^stalls|^breaks/.test(first.event)
    ? null
    : (rest.find(({ event }) => /^stalls|^breaks/.test(event)) ?? null);
  const same = methodsOf(lanes.filter(({ differences }) => differences.length === 0));
  return { says: 'differ', method: lane.method, first, then, same };
}

/** Infinity less Infinity is no order. */
const order = (x: number, y: number): number => (x === y ? 0 : x - y);

/** True when both links were down at the same times, as far as both runs go. */
function sameOutages([a, b]: readonly [RunLog, RunLog], toleranceMs: number): boolean {
  const untilMs = Math.min(a.lengthMs, b.lengthMs);
  const [ofA, ofB] = [a, b].map(({ link }) =>
    link.outages
      .filter(({ fromMs }) => fromMs < untilMs - toleranceMs)
      .map((down) => ({ ...down, toMs: Math.min(down.toMs, untilMs) })),
  ) as [DownTime[], DownTime[]];
  return (
    ofA.length === ofB.length &&
    ofA.every(({ fromMs, toMs, byHand }, i) => {
      const other = ofB[i];
      return (
        other?.byHand === byHand &&
        Math.abs(other.fromMs - fromMs) <= toleranceMs &&
        Math.abs(other.toMs - toMs) <= toleranceMs
      );
    })
  );
}
