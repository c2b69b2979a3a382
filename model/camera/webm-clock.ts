import { elementsIn, uintOf, vintAt } from '../media/ebml';
import { WebmPieces, type Piece } from './webm-pieces';

const TIMESTAMP = 0xe7;
const SIMPLE_BLOCK = 0xa3;
const BLOCK_GROUP = 0xa0;
const BLOCK = 0xa1;

/**
 * Follows a WebM while it is being recorded, in whatever slices: up to what time its whole blocks reach. A browser's
 * recorder counts in milliseconds, the format's default (RFC 9559).
 */
export class WebmClock {
  readonly #pieces = new WebmPieces();
  #clusterMs = 0;
  #reachedMs = 0;

  /** Takes the next bytes; the time of the latest whole block so far, seconds. Throws when they are no WebM. */
  push(slice: Uint8Array): number {
    for (const piece of this.#pieces.push(slice)) this.#take(piece);
    return this.#reachedMs / 1000;
  }

  #take({ id, bytes, body }: Piece): void {
    if (id === TIMESTAMP) this.#clusterMs = uintOf(bytes, { body, end: bytes.length });
    if (id === SIMPLE_BLOCK) this.#block(bytes, body);
    if (id !== BLOCK_GROUP) return;
    for (const element of elementsIn(bytes, body, bytes.length)) {
      if (element.id === BLOCK) this.#block(bytes, element.body);
    }
  }

  /** A block begins with its track and its time within the cluster. */
  #block(bytes: Uint8Array, body: number): void {
    const track = vintAt(bytes, body);
    if (!track) return;
    const offsetMs = new DataView(bytes.buffer, bytes.byteOffset).getInt16(body + track.length);
    this.#reachedMs = Math.max(this.#reachedMs, this.#clusterMs + offsetMs);
  }
}
