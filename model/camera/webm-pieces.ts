import { elementIn } from '../media/ebml';

export const SEGMENT = 0x18538067;
export const CLUSTER = 0x1f43b675;

/** Id and size of an element take at most this many bytes. */
const HEADER_BYTES = 12;

/** A whole element of a WebM with its header; of a segment or a cluster, whose end is not known, the header alone. */
export interface Piece {
  id: number;
  bytes: Uint8Array;
  /** Where the content begins in `bytes`. */
  body: number;
}

/** Takes a WebM apart while it is being recorded: slices are cut anywhere, pieces are not. */
export class WebmPieces {
  #rest: Uint8Array = new Uint8Array(0);

  /** Takes the next bytes; the pieces that are whole with them, in order. Throws when they are no WebM. */
  push(slice: Uint8Array): Piece[] {
    const bytes = joined([this.#rest, slice]);
    const pieces: Piece[] = [];
    let at = 0;
    while (at < bytes.length) {
      const element = elementIn(bytes, at);
      if (!element) {
        if (bytes.length - at >= HEADER_BYTES) throw new Error('The recording is no WebM.');
        break;
      }
      const { id, body } = element;
      const end = id === SEGMENT || id === CLUSTER ? body : element.end;
      if (end > bytes.length) break;
      pieces.push({ id, bytes: bytes.subarray(at, end), body: body - at });
      at = end;
    }
    this.#rest = bytes.slice(at);
    return pieces;
  }
}

/** All of these bytes behind each other, in an array of their own. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
