import type { Sample } from '../../model/run/schema';

/** How old the picture on the screen is, ms; null before the first: until it plays, a note stands in its place. */
export function shownDelayMs({
  liveDelayMs,
  state,
}: Pick<Sample, 'liveDelayMs' | 'state'>): number | null {
  return state === 'starting' ? null : (liveDelayMs ?? null);
}
