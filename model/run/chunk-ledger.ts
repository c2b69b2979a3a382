import type { ChunkTimes } from './schema';

/** Smaller chunks are told together when they arrive within JOIN_MS of the first, bytes. */
const SMALL_BYTES = 64 * 1024;
const JOIN_MS = 100;

/** With more stretches than this the older ones are joined two by two. */
const MAX_STRETCHES = 4096;

/** A chunk, or several at once, that has arrived. */
export type ArrivedChunks = Omit<ChunkTimes, 'playedMs'>;

/** Keeps the four times of every chunk of one lane, in memory that does not grow with the length of the run. */
export class ChunkLedger {
  #stretches: ChunkTimes[] = [];
  #joinedSinceMs = 0;
  /** Index of the first stretch that has not been played. */
  #unplayed = 0;
  #playedMs = 0;
  #playedBytes = 0;

  /** What is known so far, ascending in bytes; another array after stretches have been joined. */
  get stretches(): ChunkTimes[] {
    return this.#stretches;
  }

  /** Chunks have arrived, in order. */
  arrived(chunks: ArrivedChunks): void {
    const last = this.#stretches.at(-1);
    const small = (chunks.toBytes - chunks.fromBytes) / chunks.chunks < SMALL_BYTES;
    if (
      small &&
      last?.playedMs === null &&
      last.toBytes === chunks.fromBytes &&
      chunks.receivedMs - this.#joinedSinceMs < JOIN_MS
    ) {
      Object.assign(last, joined(last, { ...chunks, playedMs: null }));
      return;
    }
    this.#joinedSinceMs = chunks.receivedMs;
    this.#stretches.push({ ...chunks, playedMs: null });
    if (this.#stretches.length > MAX_STRETCHES) this.#thin();
  }

  /** The playhead has passed so many bytes at tMs; between two calls it is taken to have moved evenly. */
  played(tMs: number, bytes: number): void {
    for (
      let next = this.#stretches[this.#unplayed];
      next && next.toBytes <= bytes;
      next = this.#stretches[++this.#unplayed]
    ) {
      const aheadBytes = Math.max(0, next.toBytes - this.#playedBytes);
      const movedBytes = bytes - this.#playedBytes;
      const share = movedBytes > 0 ? aheadBytes / movedBytes : 1;
      const atMs = this.#playedMs + (tMs - this.#playedMs) * share;
      next.playedMs = Math.max(next.receivedMs, atMs);
    }
    this.#playedMs = tMs;
    this.#playedBytes = Math.max(bytes, this.#playedBytes);
  }

  #thin(): void {
    const all = this.#stretches;
    const half = Math.floor(all.length / 4) * 2;
    const pairs: ChunkTimes[] = [];
    for (let i = 0; i < half; i += 2) {
      const [first, second] = [all[i], all[i + 1]];
      if (first && second) pairs.push(joined(first, second));
    }
    this.#stretches = [...pairs, ...all.slice(half)];
    const unplayed = this.#stretches.findIndex(({ playedMs }) => playedMs === null);
    this.#unplayed = unplayed === -1 ? this.#stretches.length : unplayed;
  }
}

/** Two stretches as one: its times are those of the last byte. */
function joined(first: ChunkTimes, second: ChunkTimes): ChunkTimes {
  return {
    ...second,
    fromBytes: first.fromBytes,
    chunks: first.chunks + second.chunks,
  };
}
