import type { RunEvent } from './schema';

/** Arrivals within this much of the first, ms, are one event: a sample's distance, so no chart loses by it. */
const JOIN_MS = 100;

/**
 * True when an event may take the last one's place: both are arrivals, and the first that was joined
 * is recent. A file in chunks of 1 KiB would otherwise fill the log with a million lines.
 */
export function joinsLast(last: RunEvent, event: RunEvent, joinedSinceMs: number): boolean {
  return (
    event.kind === 'chunk-received' &&
    last.kind === 'chunk-received' &&
    event.tMs - joinedSinceMs < JOIN_MS
  );
}
