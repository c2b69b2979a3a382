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

/** Of a camera so much is kept behind the playhead, to step back to, seconds; and so much is let go at a time. */
const KEPT_S = 10;
const LET_GO_S = 5;

/** What of a source without an end has been played long ago, seconds; null when that is not yet worth a removal. */
export function playedSpan(spans: readonly Span[], positionS: number): Span | null {
  const start = spans[0]?.start;
  if (start === undefined) return null;
  const end = positionS - KEPT_S;
  return end - start >= LET_GO_S ? { start, end } : null;
}
