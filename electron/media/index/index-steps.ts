import type { IndexPoint } from '../../../model/media/types';

/** Media time of one track that has wholly arrived with a step, seconds. */
export interface StepSpan {
  track: number;
  from: number;
  to: number;
}

/** The byte-to-time map of a file and what it says about whether MSE gets through it. */
export interface MediaIndex {
  points: IndexPoint[];
  /** End of the longest track, seconds. */
  durationS: number;
  /** The earliest and the latest of the tracks' first times, seconds: before the latest nothing plays. */
  firstS: number;
  startS: number;
  /** The longest stretch of a track that is missing, seconds. */
  largestGapS: number;
  /** The times of a track fall back, as where two recordings were joined: MSE overwrites what it had. */
  fallsBack: boolean;
}

interface Step {
  bytes: number;
  spans: StepSpan[];
}

/** Steps that add less than this to the media, a frame of 50 a second, are joined, seconds. */
const MIN_STEP_S = 0.02;

/** Times that fall by less than this are frames out of order, seconds. */
const MIN_FALL_S = 0.5;

/** More points than this are thinned: three hours of one-second fragments pass untouched. */
const MAX_POINTS = 12_000;

/** Collects the steps of a file in the order of their bytes and makes the index of them. */
export class IndexSteps {
  readonly #steps: Step[] = [];
  readonly #ends = new Map<number, number>();
  #end = -Infinity;
  #fallsBack = false;

  /** Once `bytes` have arrived, these spans are there too. */
  add(bytes: number, spans: StepSpan[]): void {
    const last = this.#steps.at(-1);
    const end = Math.max(...spans.map(({ to }) => to));
    for (const { track, to } of spans) {
      const before = this.#ends.get(track) ?? -Infinity;
      if (to < before - MIN_FALL_S) this.#fallsBack = true;
      this.#ends.set(track, Math.max(before, to));
    }
    if (last && end < this.#end + MIN_STEP_S) {
      last.bytes = bytes;
      for (const span of spans) join(last.spans, span);
      return;
    }
    this.#end = Math.max(this.#end, end);
    this.#steps.push({ bytes, spans: spans.map((span) => ({ ...span })) });
  }

  /** The index of a file of this many bytes; null when no media was found. */
  finish(fileBytes: number): MediaIndex | null {
    const tracks = [
      ...new Set(this.#steps.flatMap(({ spans }) => spans.map(({ track }) => track))),
    ];
    if (tracks.length === 0) return null;
    const seconds: number[] = this.#steps.map(() => Infinity);
    let durationS = 0;
    let firstS = Infinity;
    let startS = 0;
    let largestGapS = 0;
    for (const track of tracks) {
      const spans = this.#steps.map((step) => step.spans.find((span) => span.track === track));
      const first = spans.find((span) => span !== undefined);
      startS = Math.max(startS, first?.from ?? 0);
      firstS = Math.min(firstS, first?.from ?? 0);
      // From the end: media is whole up to the start of what comes next, since frames may arrive out of order.
      let nextFrom = Infinity;
      const wholeTo = spans.map(() => 0);
      for (let i = spans.length - 1; i >= 0; i -= 1) {
        const span = spans[i];
        if (!span) continue;
        wholeTo[i] = Math.min(span.to, nextFrom);
        if (nextFrom !== Infinity) largestGapS = Math.max(largestGapS, nextFrom - span.to);
        nextFrom = span.from;
      }
      let reached = 0;
      for (const [i, span] of spans.entries()) {
        reached = Math.max(reached, wholeTo[i] ?? 0);
        durationS = Math.max(durationS, span?.to ?? 0);
        seconds[i] = Math.min(seconds[i] ?? Infinity, reached);
      }
    }
    const steps = this.#steps.map(({ bytes }, i) => ({ bytes, seconds: seconds[i] ?? 0 }));
    const points = toPoints(steps, fileBytes, durationS);
    return { points, durationS, firstS, startS, largestGapS, fallsBack: this.#fallsBack };
  }
}

function join(spans: StepSpan[], more: StepSpan): void {
  const same = spans.find(({ track }) => track === more.track);
  if (!same) {
    spans.push({ ...more });
    return;
  }
  same.from = Math.min(same.from, more.from);
  same.to = Math.max(same.to, more.to);
}

/** Ascending points from the first byte to the last; steps that make nothing more playable are left out. */
function toPoints(steps: IndexPoint[], fileBytes: number, durationS: number): IndexPoint[] {
  const spacing = durationS / MAX_POINTS;
  const points: IndexPoint[] = [{ bytes: 0, seconds: 0 }];
  let last = 0;
  for (const { bytes, seconds } of steps) {
    if (seconds <= last || seconds - last < spacing || bytes >= fileBytes) continue;
    points.push({ bytes, seconds: Math.min(seconds, durationS) });
    last = seconds;
  }
  points.push({ bytes: fileBytes, seconds: durationS });
  return points;
}
