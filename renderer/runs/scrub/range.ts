/** The stretch of a run that the timeline shows, ms. */
export interface Range {
  fromMs: number;
  toMs: number;
}

/** No stretch is shorter, ms. */
const MIN_MS = 1000;

/** What a timeline begins with: at most so much of a run, ms. */
const FIRST_MS = 60_000;

/** The stretch that is shown first. */
export const firstRange = (lengthMs: number): Range => ({
  fromMs: 0,
  toMs: Math.max(MIN_MS, Math.min(FIRST_MS, lengthMs)),
});

/** The same stretch, moved so that it lies within the run and no longer than it. */
function within({ fromMs, toMs }: Range, lengthMs: number): Range {
  const span = Math.min(Math.max(MIN_MS, lengthMs), Math.max(MIN_MS, toMs - fromMs));
  const from = Math.max(0, Math.min(fromMs, lengthMs - span));
  return { fromMs: from, toMs: from + span };
}

/** Shows `factor` times as much of the run, and keeps what is at `aboutMs` where it is. */
export function zoomed(
  { fromMs, toMs }: Range,
  factor: number,
  aboutMs: number,
  lengthMs: number,
): Range {
  const span = Math.min(Math.max(MIN_MS, lengthMs), Math.max(MIN_MS, (toMs - fromMs) * factor));
  const share = (aboutMs - fromMs) / (toMs - fromMs);
  const from = aboutMs - share * span;
  return within({ fromMs: from, toMs: from + span }, lengthMs);
}

/** The stretch of the same length that begins at a moment. */
export const movedTo = ({ fromMs, toMs }: Range, beginMs: number, lengthMs: number): Range =>
  within({ fromMs: beginMs, toMs: beginMs + toMs - fromMs }, lengthMs);

/** The same stretch while it holds the moment, else the one beside it that does. */
export function following(range: Range, shownMs: number, lengthMs: number): Range {
  const { fromMs, toMs } = range;
  const atMs = Math.min(lengthMs, Math.max(0, shownMs));
  if (atMs >= fromMs && atMs <= toMs) return range;
  const span = toMs - fromMs;
  return movedTo(range, atMs < fromMs ? atMs - span * 0.9 : atMs - span * 0.1, lengthMs);
}
