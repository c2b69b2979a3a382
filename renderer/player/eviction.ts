import type { IndexPoint } from '../../model/media/types';
import type { Span } from './buffered';

/** Media kept behind the playhead, seconds: enough that removal never reaches the frames being decoded. */
const MARGIN_S = 2;

/** Removal runs on to the next keyframe; asking for a little less than a step makes it stop at that step. */
const SHORT_OF_STEP_S = 0.01;

/** True when a SourceBuffer refused bytes because it is full (by name: the code differs between versions). */
export function isQuota(error: DOMException): boolean {
  return error.name === 'QuotaExceededError';
}

/**
 * What may be removed behind the playhead, seconds; null when nothing can be. It ends one whole step of
 * the index before the margin, because a browser removes up to the next keyframe.
 */
export function removableSpan(
  spans: readonly Span[],
  positionS: number,
  index: readonly IndexPoint[],
): Span | null {
  const start = spans[0]?.start;
  if (start === undefined) return null;
  const steps = index.filter((point) => point.seconds <= positionS - MARGIN_S);
  const end = (steps.at(-2)?.seconds ?? 0) - SHORT_OF_STEP_S;
  return end > start ? { start, end } : null;
}
