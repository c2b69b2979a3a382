/** One stretch of buffered media, seconds, [start, end). */
export interface Span {
  start: number;
  end: number;
}

/** Two spans this close are one, and a playhead this close before a span is in it: seconds. */
export const HOLE_S = 0.1;

/** The element's TimeRanges as plain spans, ascending. */
export function spansOf(ranges: TimeRanges): Span[] {
  return Array.from({ length: ranges.length }, (_, i) => ({
    start: ranges.start(i),
    end: ranges.end(i),
  }));
}

/** The same spans with holes of at most `holeS` seconds closed. */
export function bridged(spans: readonly Span[], holeS = HOLE_S): Span[] {
  const whole: Span[] = [];
  for (const span of spans) {
    const last = whole.at(-1);
    if (last && span.start - last.end <= holeS) last.end = Math.max(last.end, span.end);
    else whole.push({ ...span });
  }
  return whole;
}

/** Seconds that can be played from `positionS` on without a break. */
export function playableAhead(spans: readonly Span[], positionS: number, holeS = HOLE_S): number {
  const span = bridged(spans, holeS).find((s) => positionS >= s.start - holeS && positionS < s.end);
  return span ? span.end - Math.max(positionS, span.start) : 0;
}

/** The start of the first span that begins after `positionS`; null when nothing lies further on. */
export function nextStart(spans: readonly Span[], positionS: number): number | null {
  return spans.find((s) => s.start > positionS)?.start ?? null;
}

/** The buffered moment closest to `seconds`, `insetS` away from the end of its span; null when nothing is buffered. */
export function closestIn(spans: readonly Span[], seconds: number, insetS: number): number | null {
  let best: number | null = null;
  for (const { start, end } of spans) {
    const inside = Math.min(Math.max(seconds, start), Math.max(start, end - insetS));
    if (best === null || Math.abs(inside - seconds) < Math.abs(best - seconds)) best = inside;
  }
  return best;
}
