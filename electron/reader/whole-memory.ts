import { constants } from 'node:buffer';
import { freemem } from 'node:os';
import { SourceFailure } from './source-failure';
import type { SourceFile } from './source-file';
import { messageBatches } from './message-batching';
import type { SourceMemory } from './source-memory';
import { CopyPool } from './copy-pool';

/** Bytes filled in one go: large enough for full speed, small enough to see it grow. */
const STEP_BYTES = 8 * 1024 * 1024;

/** The whole source in one Buffer, kept until the lane is closed. That this costs memory is the lesson. */
export class WholeMemory implements SourceMemory {
  readonly #tight = new CopyPool();
  #buffer: Buffer | null = null;
  #readBytes = 0;

  constructor(
    private readonly file: SourceFile,
    readonly sourceBytes: number,
    private readonly chunkBytes: number,
    private readonly freeBytes: () => number = freemem,
  ) {}

  get readBytes(): number {
    return this.#readBytes;
  }

  get heldBytes(): number {
    return this.#readBytes;
  }

  get hasRoom(): boolean {
    return this.#readBytes < this.sourceBytes;
  }

  async read(most: number): Promise<void> {
    this.#buffer ??= this.#allocate();
    const from = this.#readBytes;
    const to = Math.min(from + Math.min(most, STEP_BYTES), this.sourceBytes);
    await this.file.fill(this.#buffer.subarray(from, to), from);
    this.#readBytes = to;
  }

  chunkEnd(from: number): number {
    return Math.min(from + this.chunkBytes, this.sourceBytes);
  }

  lengths(from: number, to: number): number[] {
    return messageBatches(from, to, this.chunkBytes);
  }

  reachOf(): number {
    return this.#readBytes;
  }

  take(from: number, to: number): Uint8Array<ArrayBuffer> {
    if (!this.#buffer || to > this.#readBytes) throw new RangeError(`Byte ${to} is not held`);
    return this.#tight.copyOf(this.#buffer.subarray(from, to));
  }

  release(): void {
    // Nothing is given back: this method keeps everything.
  }

  /** Refuses what would take more than half of the free memory, or more than a Buffer can hold. */
  #allocate(): Buffer {
    const neededBytes = this.sourceBytes;
    const freeBytes = this.freeBytes();
    const tooLarge = (): SourceFailure =>
      new SourceFailure('too-large', `${neededBytes} of ${freeBytes} free`, {
        neededBytes,
        freeBytes,
      });
    if (neededBytes > freeBytes / 2 || neededBytes > constants.MAX_LENGTH) throw tooLarge();
    try {
      return Buffer.allocUnsafeSlow(neededBytes);
    } catch {
      throw tooLarge();
    }
  }
}
