import { MemoryCap } from '../../reader/memory-cap';
import { LAST_CHUNK } from './framing';
import type { OpenFile } from '../served-file';
import { ClientGone, type Response } from './response';

/** The process may take so much more than it does as the answer begins, bytes. */
const CAP_BYTES = 300_000_000;

/** It reads so many bytes per second, a share every `EVERY_MS`: a disk that could be watched. */
const READ_RATE = 12_000_000;
const EVERY_MS = 20;

/** What `?backpressure=off` may set. */
export interface Unheld {
  chunks: boolean;
  pieceBytes: number;
  capBytes?: number;
}

/**
 * Sends a file as one does who ignores what `write` answers: every piece is written as soon as it is read, and what
 * the client has not taken piles up in this process. Ends the answer when the cap is reached.
 */
export async function sendUnheld(
  response: Response,
  file: OpenFile,
  { chunks, pieceBytes, capBytes = CAP_BYTES }: Unheld,
): Promise<void> {
  const { raw } = response;
  const resting = process.memoryUsage.rss();
  const cap = new MemoryCap({ capBytes: resting + capBytes });
  const count = (): void => {
    const unsent = raw.writableLength;
    response.allocate(unsent - response.heldBytes);
  };
  const beganMs = performance.now();
  for (let offset = 0; offset < file.bytes;) {
    if (response.closed) throw new ClientGone();
    const due = Math.floor(((performance.now() - beganMs) / 1000) * READ_RATE);
    while (offset < Math.min(due, file.bytes)) {
      const bytes = Math.min(pieceBytes, file.bytes - offset);
      cap.check(bytes, raw.writableLength);
      response.step = 'read';
      const piece = Buffer.allocUnsafeSlow(bytes);
      await file.fill(piece, offset);
      offset += bytes;
      response.step = 'send';
      // What write answers is ignored: that is the slip.
      if (chunks) raw.write(`${bytes.toString(16)}\r\n`, 'latin1');
      raw.write(piece, () => {
        response.sentBytes += bytes;
        count();
      });
      if (chunks) raw.write('\r\n', 'latin1');
      count();
    }
    await response.pause(EVERY_MS);
    count();
  }
  if (chunks) raw.write(LAST_CHUNK);
  while (raw.writableLength > 0) {
    await response.pause(EVERY_MS);
    count();
  }
}
