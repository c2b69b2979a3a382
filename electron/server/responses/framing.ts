import { freeMemory } from '../free-memory';

/** Small pieces go to the system together, in blocks of about this many bytes: a write each would be slow. */
const BLOCK_BYTES = 64 * 1024;

/** The system copies a piece faster to where a page begins, so its size stands at the end of the page before it. */
const PAGE_BYTES = 4096;

/** The chunk of no bytes that ends a chunked body (RFC 9112, 7.1). */
export const LAST_CHUNK = Buffer.from('0\r\n\r\n', 'latin1');

/** A part of the wire: what is written, and how much of it is the file's. */
export interface Framed {
  wire: Uint8Array;
  payloadBytes: number;
}

/**
 * Memory for one block of pieces as they go over the wire: each an HTTP chunk of its own, or bare when the client
 * knows no chunks. Its memory is used again for the next block.
 */
export class Block {
  /** How much of the file fits, bytes: whole pieces. */
  readonly payloadBytes: number;
  readonly #pieces: number;
  readonly #headBytes: number;
  readonly #stepBytes: number;
  readonly #memory: Buffer;
  readonly #wire: Buffer;
  readonly #raw: Buffer | null;

  constructor(
    private readonly pieceBytes: number,
    framed: boolean,
    /** A slowed answer reads no further ahead than it sends at once. */
    mostBytes = BLOCK_BYTES,
  ) {
    const head = framed ? sizeLine(pieceBytes, pieceBytes) : '';
    this.#headBytes = head.length;
    this.#stepBytes = head.length + pieceBytes + (framed ? 2 : 0);
    this.#pieces = Math.max(1, Math.floor(Math.min(BLOCK_BYTES, mostBytes) / this.#stepBytes));
    this.payloadBytes = this.#pieces * pieceBytes;
    this.#memory = Buffer.allocUnsafeSlow(PAGE_BYTES + this.#pieces * this.#stepBytes);
    this.#wire = this.#memory.subarray(PAGE_BYTES - head.length);
    // One piece is read to where it is sent from; many are read at once and then cut.
    this.#raw = this.#pieces > 1 && framed ? Buffer.allocUnsafeSlow(this.payloadBytes) : null;
    for (let piece = 0; framed && piece < this.#pieces; piece++) {
      const end = (piece + 1) * this.#stepBytes;
      this.#wire.write(head, piece * this.#stepBytes, 'latin1');
      this.#wire.write('\r\n', end - 2, 'latin1');
    }
  }

  /** Where to read the next `bytes` of the file to, at most `payloadBytes`. */
  target(bytes: number): Uint8Array {
    if (this.#raw) return this.#raw.subarray(0, bytes);
    return this.#wire.subarray(this.#headBytes, this.#headBytes + bytes);
  }

  /** What to send when `bytes` have been read to the target; good until the target is filled again. */
  framed(bytes: number): Framed {
    const whole = Math.floor(bytes / this.pieceBytes);
    const rest = bytes % this.pieceBytes;
    if (this.#raw) this.#cut(this.#raw, whole);
    if (this.#headBytes === 0) return { wire: this.target(bytes), payloadBytes: bytes };
    const end = whole * this.#stepBytes + (rest > 0 ? this.#short(whole, rest) : 0);
    return { wire: this.#wire.subarray(0, end), payloadBytes: bytes };
  }

  /** Its memory is no longer needed. */
  close(): void {
    freeMemory(this.#memory);
    if (this.#raw) freeMemory(this.#raw);
  }

  #cut(raw: Buffer, pieces: number): void {
    for (let piece = 0; piece < pieces; piece++) {
      const from = piece * this.pieceBytes;
      raw.copy(this.#wire, piece * this.#stepBytes + this.#headBytes, from, from + this.pieceBytes);
    }
  }

  /** Frames the file's short last piece behind the whole ones; returns its length on the wire. */
  #short(piece: number, bytes: number): number {
    const at = piece * this.#stepBytes;
    const end = at + this.#headBytes + bytes;
    this.#wire.write(sizeLine(bytes, this.pieceBytes), at, 'latin1');
    const from = piece * this.pieceBytes;
    this.#raw?.copy(this.#wire, at + this.#headBytes, from, from + bytes);
    this.#wire.write('\r\n', end, 'latin1');
    return end + 2 - at;
  }
}

/** The line before a chunk: its length in hexadecimal, with as many digits as the longest one needs. */
function sizeLine(bytes: number, longest: number): string {
  return `${bytes.toString(16).padStart(longest.toString(16).length, '0')}\r\n`;
}
