import type { LaneRules } from './types';

/**
 * How many bytes the reader is to read next; 0 means wait. Full buffer reads all at once; the others
 * one chunk when the last byte of the one before has left, and as many before that as are to be read
 * ahead, while credit reaches into the next; one whose backpressure is off the next chunk, whatever has been sent.
 */
export function nextReadBytes(
  rules: Pick<LaneRules, 'bufferWhole' | 'chunkBytes' | 'readAheadChunks' | 'readsOn'>,
  at: { readBytes: number; sentBytes: number; sourceBytes: number; creditBytes: number },
): number {
  const leftBytes = at.sourceBytes - at.readBytes;
  if (rules.bufferWhole || leftBytes <= 0) return Math.max(leftBytes, 0);
  if (rules.readsOn) return Math.min(rules.chunkBytes, leftBytes);
  if (at.readBytes >= at.creditBytes) return 0;
  const next = Math.min(rules.chunkBytes, leftBytes);
  // A chunk is held until its last byte has gone.
  const goneBytes = Math.floor(at.sentBytes / rules.chunkBytes) * rules.chunkBytes;
  return at.readBytes + next - goneBytes <= (1 + rules.readAheadChunks) * rules.chunkBytes
    ? next
    : 0;
}

/**
 * The earliest moment of the run at which what follows readBytes may be read, ms: a reader whose backpressure is off
 * reads at its own rate, the others whenever they may.
 */
export function readDueMs({ readsOn }: Pick<LaneRules, 'readsOn'>, readBytes: number): number {
  return readsOn ? (readBytes / readsOn.rate) * 1000 : 0;
}

/** The byte offset up to which the link may carry; full buffer sends nothing until all is read. */
export function sendLimit(
  rules: Pick<LaneRules, 'bufferWhole'>,
  at: { readBytes: number; creditBytes: number; sourceBytes: number },
): number {
  if (rules.bufferWhole && at.readBytes < at.sourceBytes) return 0;
  return Math.min(at.readBytes, at.creditBytes);
}
