import { freemem } from 'node:os';
import { SourceFailure } from './source-failure';
import type { SourceMemory } from './source-memory';

interface HeldFrame {
  from: number;
  data: Uint8Array<ArrayBuffer>;
}

/**
 * What a lane holds of a camera: frames as they came, each until it has crossed the link; the method that keeps
 * everything keeps them until the lane is closed.
 */
export class FrameMemory implements SourceMemory {
  readonly #frames: HeldFrame[] = [];
  #readBytes = 0;
  #releasedBytes = 0;
  #ended = false;

  constructor(
    private readonly keeps: boolean,
    private readonly freeBytes: () => number = freemem,
  ) {}

  get sourceBytes(): number {
    return this.#ended ? this.#readBytes : Infinity;
  }

  get readBytes(): number {
    return this.#readBytes;
  }

  get heldBytes(): number {
    return this.keeps ? this.#readBytes : this.#readBytes - this.#releasedBytes;
  }

  /** Nothing is read: a camera hands over. */
  get hasRoom(): boolean {
    return false;
  }

  /** Takes the next frame; throws SourceFailure when the link is so far behind that memory runs out. */
  push(data: Uint8Array<ArrayBuffer>): void {
    const neededBytes = this.heldBytes + data.length;
    const freeBytes = this.freeBytes();
    if (neededBytes > freeBytes / 2) {
      const detail = `${neededBytes} of ${freeBytes} free`;
      throw new SourceFailure('too-large', detail, { neededBytes, freeBytes });
    }
    this.#frames.push({ from: this.#readBytes, data });
    this.#readBytes += data.length;
  }

  /** No more frames will come. */
  end(): void {
    this.#ended = true;
  }

  read(): Promise<void> {
    return Promise.reject(new RangeError('A camera is not read'));
  }

  chunkEnd(from: number): number {
    const frame = this.#at(from);
    return frame ? frame.from + frame.data.length : from;
  }

  lengths(from: number, to: number): number[] {
    return [to - from];
  }

  reachOf(offset: number): number {
    return this.chunkEnd(offset);
  }

  take(from: number, to: number): Uint8Array<ArrayBuffer> {
    const frame = this.#at(from);
    if (frame?.from !== from || frame.data.length !== to - from) {
      throw new RangeError(`Bytes ${from} to ${to} are no frame that is held`);
    }
    return frame.data;
  }

  release(offset: number): void {
    this.#releasedBytes = offset;
    if (this.keeps) return;
    const next = this.#frames.findIndex(({ from }) => from >= offset);
    this.#frames.splice(0, next === -1 ? this.#frames.length : next);
  }

  /** The frame that holds a byte: the newest that does not begin behind it. */
  #at(offset: number): HeldFrame | undefined {
    if (offset >= this.#readBytes) return undefined;
    let low = 0;
    let high = this.#frames.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.#frames[middle]?.from ?? Infinity) <= offset) low = middle;
      else high = middle;
    }
    return this.#frames[low];
  }
}
