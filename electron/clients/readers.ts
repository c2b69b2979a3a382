import type { IncomingMessage } from 'node:http';
import type { ClientKind } from '../ipc/clients-port';

/** Bytes per second at which a slow client reads. */
export const SLOW_RATE = 20_000;

/** A slow client reads this often, ms. */
const SLOW_EVERY_MS = 200;

/** A stalled client reads at most this much, once. */
const STALLED_BYTES = 4096;

/** Takes bytes of a body. */
type Take = (bytes: Buffer) => void;

/**
 * How each kind reads a body. What is not read stays in the socket, which Node then stops reading, so that TCP
 * itself holds the server back. The returned function ends the reading.
 */
export const READERS: Readonly<
  Record<ClientKind, (body: IncomingMessage, take: Take) => () => void>
> = {
  normal(body, take) {
    body.on('data', take);
    return () => void body.off('data', take);
  },
  slow(body, take) {
    // Listening makes Node fill the body's own small buffer; taking from it is left to the timer.
    const filled = (): void => undefined;
    body.on('readable', filled);
    const timer = setInterval(
      () => readUpTo(body, (SLOW_RATE * SLOW_EVERY_MS) / 1000, take),
      SLOW_EVERY_MS,
    );
    return () => {
      clearInterval(timer);
      body.off('readable', filled);
    };
  },
  stalled(body, take) {
    const once = (): void => readUpTo(body, STALLED_BYTES, take);
    body.once('readable', once);
    return () => void body.off('readable', once);
  },
};

/** Reads what is there, at most `most` bytes; an empty body's end is found by reading it. */
function readUpTo(body: IncomingMessage, most: number, take: Take): void {
  const bytes = body.read(Math.min(most, body.readableLength) || undefined) as Buffer | null;
  if (bytes) take(bytes);
}
