import { availableParallelism } from 'node:os';
import type { StreamFacts } from '../ffmpeg/ffmpeg-streams';
import type { ProcessLimits } from '../process-watch';

/** What ffmpeg takes with small pictures, bytes. */
const BASE_BYTES = 450e6;

/** Pictures in memory at once: references, what the encoder looks ahead, and some for each thread. */
const FRAMES = 60;
const FRAMES_PER_THREAD = 8;

/** Bytes of a pixel while it is decoded and scaled: ten bits, a quarter of the colours. */
const PIXEL_BYTES = 3;

/** A small file holds little work: this much more memory and time for each of its bytes, and megabytes. */
const MEMORY_PER_BYTE = 1000;
const STALL_MS = 8_000;
const STALL_MS_PER_MB = 5_000;
const MAX_STALL_MS = 60_000;

/** What ffmpeg may use to prepare a file of so many bytes with these streams. */
export function prepareLimits(bytes: number, streams: readonly StreamFacts[]): ProcessLimits {
  const frames = FRAMES + FRAMES_PER_THREAD * availableParallelism();
  const pixels = Math.max(0, ...streams.map(({ width, height }) => width * height));
  const forPicture = BASE_BYTES + frames * pixels * PIXEL_BYTES;
  return {
    memoryBytes: Math.min(forPicture, BASE_BYTES + MEMORY_PER_BYTE * bytes),
    stallMs: Math.min(MAX_STALL_MS, STALL_MS + (STALL_MS_PER_MB * bytes) / 1e6),
  };
}

/** Media of fewer bytes a second is none: the least speech takes 600. */
const MIN_BYTES_PER_SECOND = 300;
const MIN_SECONDS = 60;

/**
 * How much media a file can hold at most, seconds. A damaged time stamp years away would be filled with silence and
 * repeated pictures up to it.
 */
export function maxSeconds(bytes: number): number {
  return Math.max(MIN_SECONDS, bytes / MIN_BYTES_PER_SECOND);
}
