/** Bytes that have been received and not yet handed to the player, in order. */
export class ClientBuffer {
  readonly #pieces: Uint8Array<ArrayBuffer>[] = [];
  #bytes = 0;

  /** Bytes waiting. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Adds received bytes at the end; they are kept, not copied. */
  push(piece: Uint8Array<ArrayBuffer>): void {
    if (piece.length === 0) return;
    this.#pieces.push(piece);
    this.#bytes += piece.length;
  }

  /** Up to `most` bytes from the front, as one array; small pieces are joined, large ones are sliced without a copy. */
  peek(most: number): Uint8Array<ArrayBuffer> {
    const [first] = this.#pieces;
    if (!first) return new Uint8Array(0);
    const length = Math.min(most, this.#bytes);
    if (first.length >= length) return first.subarray(0, length);
    const joined = new Uint8Array(length);
    let at = 0;
    for (const piece of this.#pieces) {
      const part = piece.subarray(0, length - at);
      joined.set(part, at);
      at += part.length;
      if (at === length) break;
    }
    return joined;
  }

  /** Lets go of the first `count` bytes. */
  drop(count: number): void {
    let left = Math.min(count, this.#bytes);
    this.#bytes -= left;
    let whole = 0;
    for (const piece of this.#pieces) {
      if (piece.length > left) break;
      left -= piece.length;
      whole++;
    }
    this.#pieces.splice(0, whole);
    const [first] = this.#pieces;
    if (left > 0 && first) this.#pieces[0] = first.subarray(left);
  }

  /** Lets go of everything. */
  clear(): void {
    this.drop(this.#bytes);
  }
}
