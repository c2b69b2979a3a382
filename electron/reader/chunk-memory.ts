import type { LaneRules } from '../../model/delivery/types';
import type { SourceFile } from './source-file';
import { messageBatches } from './message-batching';
import type { SourceMemory } from './source-memory';
import { CopyPool } from './copy-pool';

/** Chunks that may be read ahead are read in blocks of at most so many bytes: reads of 1 KiB reach 10 MB/s only. */
const BLOCK_BYTES = 256 * 1024;

/** Without reading ahead, chunks that cross the link within this time, s, are read together, up to so many bytes. */
const TOGETHER_S = 0.016;
const TOGETHER_BYTES = 16 * 1024;

/** How a lane reads: so many bytes at a time, and at most so many such blocks held. */
export interface Blocks {
  bytes: number;
  count: number;
}

/**
 * One chunk, unless it is so small that the link (`rate`, bytes per second) carries several before anybody could
 * see it; with chunks to read ahead, blocks of up to half of them, so that one is sent while the next is read. A
 * reader that does not wait holds as many as there are.
 */
export function blocksFor(
  {
    chunkBytes,
    readAheadChunks,
    readsOn,
  }: Pick<LaneRules, 'chunkBytes' | 'readAheadChunks' | 'readsOn'>,
  rate: number,
): Blocks {
  const held = readsOn ? Infinity : 1 + readAheadChunks;
  const small = Math.floor(Math.min(TOGETHER_BYTES, rate * TOGETHER_S) / chunkBytes);
  const ahead = Math.min(Math.floor(held / 2), Math.floor(BLOCK_BYTES / chunkBytes));
  const chunks = Math.max(1, small, ahead);
  return { bytes: chunks * chunkBytes, count: Math.max(1, Math.floor(held / chunks)) };
}

interface Slot {
  readonly array: Uint8Array<ArrayBuffer>;
  /** The part of the source it holds, [from, to); empty when from equals to. */
  from: number;
  to: number;
}

/** A few blocks used again and again, whatever the length of the source: without reading ahead, one. */
export class ChunkMemory implements SourceMemory {
  readonly #tight = new CopyPool();
  readonly #slots: Slot[] = [];
  #readBytes = 0;
  #releasedBytes = 0;

  constructor(
    private readonly file: SourceFile,
    readonly sourceBytes: number,
    private readonly chunkBytes: number,
    private readonly blocks: Blocks,
  ) {}

  get readBytes(): number {
    return this.#readBytes;
  }

  get heldBytes(): number {
    return this.#readBytes - this.#releasedBytes;
  }

  get hasRoom(): boolean {
    return this.#slots.length < this.blocks.count || this.#free() !== undefined;
  }

  async read(most: number): Promise<void> {
    const slot = this.#free() ?? this.#add();
    const bytes = Math.min(most, this.blocks.bytes, this.sourceBytes - this.#readBytes);
    const from = this.#readBytes;
    await this.file.fill(slot.array.subarray(0, bytes), from);
    slot.from = from;
    slot.to = this.#readBytes = from + bytes;
  }

  chunkEnd(from: number): number {
    return Math.min(from + this.chunkBytes, this.sourceBytes);
  }

  lengths(from: number, to: number): number[] {
    return messageBatches(from, to, this.chunkBytes);
  }

  reachOf(offset: number): number {
    return this.#holding(offset).to;
  }

  take(from: number, to: number): Uint8Array<ArrayBuffer> {
    const slot = this.#holding(from);
    if (from === slot.from && to - from === slot.array.byteLength) return slot.array;
    return this.#tight.copyOf(slot.array.subarray(from - slot.from, to - slot.from));
  }

  release(offset: number): void {
    this.#releasedBytes = offset;
  }

  #free(): Slot | undefined {
    return this.#slots.find((slot) => slot.to <= this.#releasedBytes);
  }

  #add(): Slot {
    const slot = { array: new Uint8Array(this.blocks.bytes), from: 0, to: 0 };
    this.#slots.push(slot);
    return slot;
  }

  #holding(offset: number): Slot {
    const slot = this.#slots.find(({ from, to }) => from <= offset && offset < to);
    if (!slot) throw new RangeError(`Byte ${offset} is not held`);
    return slot;
  }
}
