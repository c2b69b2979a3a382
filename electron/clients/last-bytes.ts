/** The last bytes of a body that are kept for showing. */
export const LAST_BYTES = 4096;

/** Keeps the end of what has been read. */
export class LastBytes {
  #last = Buffer.alloc(0);

  push(bytes: Buffer): void {
    // Copied, so that a few bytes do not keep a whole read in memory.
    this.#last = Buffer.concat([this.#last, bytes.subarray(-LAST_BYTES)]).subarray(-LAST_BYTES);
  }

  /** The bytes in memory of their own: posting a view would copy all that is behind it. */
  bytes(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#last);
  }
}
