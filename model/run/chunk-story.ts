import { bisector } from 'd3-array';
import type { ChunkTimes, LaneLog } from './schema';

/** What the log of one lane tells of a stretch of its source; null for a time that is not known. */
export interface ChunkStory {
  /** When the last byte of it had been read, sent, received and played, ms on the run's clock. */
  times: Record<ChunkStage, number | null>;
  /** The chunks that the log tells of together with it, from 1; null where it tells of this stretch by itself. */
  together: ChunkNumbers | null;
}

/** The chunks `first` to `last`, from 1. */
export interface ChunkNumbers {
  first: number;
  last: number;
}

/** What happens to every chunk, in this order. */
export const CHUNK_STAGES = ['read', 'sent', 'received', 'played'] as const;
export type ChunkStage = (typeof CHUNK_STAGES)[number];

/** The chunks that hold the bytes [fromBytes, toBytes), where all are of one size. */
export const chunkNumbers = (
  { fromBytes, toBytes }: Pick<ChunkTimes, 'fromBytes' | 'toBytes'>,
  chunkBytes: number,
): ChunkNumbers => ({
  first: Math.floor(fromBytes / chunkBytes) + 1,
  last: Math.max(1, Math.ceil(toBytes / chunkBytes)),
});

const UNKNOWN = { read: null, sent: null, received: null, played: null } as const;

/**
 * The story of the chunks that hold the bytes [fromBytes, toBytes). Its times are those of the last of them; where
 * the log joins that one with later chunks, they are those of the last byte of all that are told together.
 */
export function chunkStory(
  { chunks, rules: { chunkBytes } }: Pick<LaneLog, 'chunks' | 'rules'>,
  stretch: Pick<ChunkTimes, 'fromBytes' | 'toBytes'>,
): ChunkStory {
  const { fromBytes, toBytes } = stretch;
  const told = stretchWith(chunks, toBytes);
  if (!told) return { times: UNKNOWN, together: null };
  const { last } = chunkNumbers(stretch, chunkBytes);
  const all = chunkNumbers(
    { fromBytes: Math.min(fromBytes, told.fromBytes), toBytes: told.toBytes },
    chunkBytes,
  );
  const { readMs, sentMs, receivedMs, playedMs } = told;
  return {
    times: { read: readMs, sent: sentMs, received: receivedMs, played: playedMs },
    together: all.last > last ? all : null,
  };
}

const byEnd = bisector(({ toBytes }: ChunkTimes) => toBytes);

/** The stretch that holds the byte before `toBytes`; undefined when nothing is known of it. */
function stretchWith(chunks: readonly ChunkTimes[], toBytes: number): ChunkTimes | undefined {
  const found = chunks[byEnd.left(chunks, toBytes)];
  return found && found.fromBytes < toBytes ? found : undefined;
}
