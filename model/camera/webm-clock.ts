import { elementIn, uintOf, vintAt, type Element } from '../media/ebml';

const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const TIMESTAMP = 0xe7;
const SIMPLE_BLOCK = 0xa3;
const BLOCK_GROUP = 0xa0;
const BLOCK = 0xa1;

/** These are entered; whatever else there is, is passed over. */
const ENTERED: ReadonlySet<number> = new Set([SEGMENT, CLUSTER, BLOCK_GROUP]);

/** Of a block its track, at most 8 bytes, and its time, 2, are read; of a timestamp all, at most 8. */
const READ_BYTES = 10;

/**
 * Follows a WebM while it is being recorded, in whatever slices: up to what time its blocks reach. A browser's
 * recorder counts in milliseconds, the format's default (RFC 9559).
 */
export class WebmClock {
  #rest = new Uint8Array(0);
  /** Bytes of an element's body that are still to come and are passed over. */
  #skip = 0;
  #clusterMs = 0;
  #reachedMs = 0;

  /** Takes the next bytes; the time of the latest block so far, seconds. */
  push(slice: Uint8Array): number {
    const bytes = joined(this.#rest, slice);
    let at = Math.min(this.#skip, bytes.length);
    this.#skip -= at;
    while (at < bytes.length) {
      const next = this.#element(bytes, at);
      if (next === null) break;
      at = Math.min(next, bytes.length);
      this.#skip = next - at;
    }
    this.#rest = bytes.slice(at);
    return this.#reachedMs / 1000;
  }

  /** Where what follows the element at `at` begins; null when more of it has to come first. */
  #element(bytes: Uint8Array, at: number): number | null {
    const element = elementIn(bytes, at);
    if (!element) return null;
    const { id, body, end } = element;
    if (ENTERED.has(id)) return body;
    if (bytes.length < Math.min(end, body + READ_BYTES)) return null;
    if (id === TIMESTAMP) this.#clusterMs = uintOf(bytes, element);
    if (id === SIMPLE_BLOCK || id === BLOCK) this.#block(bytes, element);
    return end;
  }

  #block(bytes: Uint8Array, { body }: Element): void {
    const track = vintAt(bytes, body);
    if (!track) return;
    const at = body + track.length;
    const offsetMs = new DataView(bytes.buffer, bytes.byteOffset).getInt16(at);
    this.#reachedMs = Math.max(this.#reachedMs, this.#clusterMs + offsetMs);
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
