import type { SourceFile } from './source-file';
import { messageBatches } from './message-batching';
import type { SourceMemory } from './source-memory';
import { CopyPool } from './copy-pool';

/**
 * Small chunks are read in blocks of about this many bytes, then sliced: reads of 1 KiB reach 10 MB/s only, and
 * two blocks have to outlast the moments in which a busy machine does not look after this process.
 */
const BLOCK_BYTES = 256 * 1024;

/** Bytes read at a time: one chunk, or as many small ones as fit into a block. */
export function blockBytesFor(chunkBytes: number): number {
  return chunkBytes * Math.max(1, Math.floor(BLOCK_BYTES / chunkBytes));
}

interface Slot {
  readonly array: Uint8Array<ArrayBuffer>;
  /** The part of the source it holds, [from, to); empty when from equals to. */
  from: number;
  to: number;
}

/** Two blocks used again and again, whatever the length of the source: one is sent while the other is read. */
export class ChunkMemory implements SourceMemory {
  readonly #tight = new CopyPool();
  readonly #slots: Slot[] = [];
  readonly #blockBytes: number;
  #readBytes = 0;
  #releasedBytes = 0;

  constructor(
    private readonly file: SourceFile,
    readonly sourceBytes: number,
    private readonly chunkBytes: number,
  ) {
    this.#blockBytes = blockBytesFor(chunkBytes);
  }

  get readBytes(): number {
    return this.#readBytes;
  }

  get heldBytes(): number {
    return this.#readBytes - this.#releasedBytes;
  }

  get hasRoom(): boolean {
    return this.#slots.length < 2 || this.#free() !== undefined;
  }

  async read(most: number): Promise<void> {
    const slot = this.#free() ?? this.#add();
    const bytes = Math.min(most, this.#blockBytes, this.sourceBytes - this.#readBytes);
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
    const slot = { array: new Uint8Array(this.#blockBytes), from: 0, to: 0 };
    this.#slots.push(slot);
    return slot;
  }

  #holding(offset: number): Slot {
    const slot = this.#slots.find(({ from, to }) => from <= offset && offset < to);
    if (!slot) throw new RangeError(`Byte ${offset} is not held`);
    return slot;
  }
}
