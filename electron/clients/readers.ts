import type { Readable } from 'node:stream';
import type { ClientKind } from '../ipc/clients-port';

/** Bytes per second at which a viewer reads: the rate of Compare's own link. */
export const VIEWER_RATE = 1_300_000;
/** Bytes per second at which a slow client reads. */
export const SLOW_RATE = 20_000;

/** A stalled client reads at most this much, once. */
const STALLED_BYTES = 4096;

/** Takes bytes of a body. */
type Take = (bytes: Buffer) => void;

/** Reads a body in its own way; the returned function ends the reading. */
type Reader = (body: Readable, take: Take) => () => void;

/**
 * How each kind reads. What is not read stays in the socket, which Node then stops reading, so that TCP itself
 * holds the server back.
 */
export const READERS: Readonly<Record<ClientKind, Reader>> = {
  normal(body, take) {
    body.on('data', take);
    return () => void body.off('data', take);
  },
  viewer: pacedReader(VIEWER_RATE, 25),
  slow: pacedReader(SLOW_RATE, 200),
  stalled(body, take) {
    const once = (): void => void readUpTo(body, STALLED_BYTES, take);
    body.once('readable', once);
    return () => void body.off('readable', once);
  },
};

/** Reads `rate` bytes per second and no more, a share every `everyMs`. */
function pacedReader(rate: number, everyMs: number): Reader {
  return (body, take) => {
    const share = (rate * everyMs) / 1000;
    let due = 0;
    let lastMs = performance.now();
    // Listening makes Node fill the body's own small buffer; taking from it is left to the timer.
    const filled = (): void => undefined;
    body.on('readable', filled);
    const timer = setInterval(() => {
      const nowMs = performance.now();
      // A late timer may make up for itself, but not for a server that had nothing to send.
      due = Math.min(due + ((nowMs - lastMs) * rate) / 1000, 2 * share);
      lastMs = nowMs;
      due -= readUpTo(body, Math.floor(due), take);
    }, everyMs);
    return () => {
      clearInterval(timer);
      body.off('readable', filled);
    };
  };
}

/** Reads what is there, at most `most` bytes, and returns how much; the end is found by reading an empty body. */
function readUpTo(body: Readable, most: number, take: Take): number {
  if (most < 1) return 0;
  const there = body.readableLength;
  const bytes = body.read(there > 0 ? Math.min(most, there) : undefined) as Buffer | null;
  if (bytes) take(bytes);
  return bytes?.length ?? 0;
}
