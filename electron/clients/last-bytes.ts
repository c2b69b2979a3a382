/** The last bytes of a body that are kept for showing. */
export const TAIL_BYTES = 4096;

/** Keeps the end of what has been read. */
export class Tail {
  #last = Buffer.alloc(0);

  push(bytes: Buffer): void {
    // Copied, so that a few bytes do not keep a whole read in memory.
    this.#last = Buffer.concat([this.#last, bytes.subarray(-TAIL_BYTES)]).subarray(-TAIL_BYTES);
  }

  /** The bytes in memory of their own: posting a view would copy all that is behind it. */
  bytes(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#last);
  }
}
