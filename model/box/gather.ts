/** What a box between server and client does with an answer. */
export const BOX_WAYS = ['pass', 'gather', 'gzip'] as const;
export type BoxWay = (typeof BOX_WAYS)[number];

/** What a gathering box collects before it passes on, bytes: nginx has 8 buffers of 4 or 8 KiB. */
export const GATHER_BYTES = { min: 1000, max: 1_000_000, usual: 32_000 } as const;

/** What an answer's head says that a box may go by; names in lower case. */
export interface AnswerHead {
  'x-accel-buffering'?: string | string[] | undefined;
  'cache-control'?: string | undefined;
  'content-encoding'?: string | undefined;
}

/**
 * What a box that is set to `way` does with one answer: a header of the answer's own may ask it not to gather
 * (X-Accel-Buffering, after nginx) or not to change it (no-transform, RFC 9111, 5.2.2.6); it listens when it `honours`.
 */
export function wayFor(
  way: BoxWay,
  head: AnswerHead,
  { honours, takesGzip }: { honours: boolean; takesGzip: boolean },
): BoxWay {
  if (way === 'gather') {
    return honours && String(head['x-accel-buffering'] ?? '').toLowerCase() === 'no' ? 'pass' : way;
  }
  if (way !== 'gzip') return way;
  const kept = /(?:^|,)\s*no-transform\s*(?:,|$)/i.test(head['cache-control'] ?? '');
  if ((honours && kept) || !takesGzip || head['content-encoding'] !== undefined) return 'pass';
  return way;
}

/** Collects bytes and hands them on a full buffer at a time: as many come out as went in, in the same order. */
export class Gatherer {
  #buffer: Uint8Array<ArrayBuffer>;
  #heldBytes = 0;

  constructor(readonly capacityBytes: number) {
    this.#buffer = new Uint8Array(capacityBytes);
  }

  /** Bytes that wait for the buffer to be full; always fewer than it takes. */
  get heldBytes(): number {
    return this.#heldBytes;
  }

  /** Takes bytes in; returns every buffer that they fill, each of its own memory. */
  push(bytes: Uint8Array): Uint8Array<ArrayBuffer>[] {
    const full: Uint8Array<ArrayBuffer>[] = [];
    for (let from = 0; from < bytes.byteLength;) {
      const taken = bytes.subarray(from, from + this.capacityBytes - this.#heldBytes);
      this.#buffer.set(taken, this.#heldBytes);
      this.#heldBytes += taken.byteLength;
      from += taken.byteLength;
      if (this.#heldBytes < this.capacityBytes) break;
      full.push(this.#buffer);
      this.#buffer = new Uint8Array(this.capacityBytes);
      this.#heldBytes = 0;
    }
    return full;
  }

  /** The answer is over: what is left; empty when nothing is. */
  end(): Uint8Array<ArrayBuffer> {
    const rest = this.#buffer.slice(0, this.#heldBytes);
    this.#heldBytes = 0;
    return rest;
  }
}
