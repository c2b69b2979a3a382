import { byteRange } from '../../../model/server/byte-range';
import { FILM_INDEXES, type FilmFiles } from '../film-files';
import { oneOf, rate } from '../http/query';
import { OpenFile } from '../served-file';
import { fileHeaders } from './file-headers';
import { Pace } from './pace';
import type { PrepareHandler, Response } from './response';

const RATE = { least: 1, most: 1e12 };

/** Memory of one answer: so much is read and sent at a time, bytes. */
const BLOCK_BYTES = 64 * 1024;

/** `/film`: a plain MP4, whole or the range that is asked for, as any web server sends it; the browser decides what it asks. */
export function filmResponses(films: FilmFiles): PrepareHandler {
  return (query) => {
    const index = oneOf(query, 'index', FILM_INDEXES);
    const ranges = oneOf(query, 'ranges', ['yes', 'no']) === 'yes';
    const bytesPerSecond = rate(query, 'rate', RATE);
    return async (response) => {
      const film = await films.of(index);
      const file = await OpenFile.open(film);
      try {
        const { headers } = response.request;
        const part = ranges ? byteRange(headers.range, file.bytes) : null;
        const accept = ['Accept-Ranges', ranges ? 'bytes' : 'none'];
        if (part === 'unsatisfiable') {
          response.totalBytes = 0;
          const of = ['Content-Range', `bytes */${String(file.bytes)}`, 'Content-Length', '0'];
          response.writeHead(416, [...accept, ...of]);
          return response.end();
        }
        const { from, to } = part ?? { from: 0, to: file.bytes - 1 };
        const bytes = to - from + 1;
        const of = part
          ? ['Content-Range', `bytes ${String(from)}-${String(to)}/${String(file.bytes)}`]
          : [];
        response.totalBytes = bytes;
        response.writeHead(part ? 206 : 200, [
          ...[...fileHeaders(film, 'media'), ...accept, ...of],
          ...['Content-Length', String(bytes)],
        ]);
        if (response.headOnly) return response.end();
        const pace = bytesPerSecond === Infinity ? undefined : new Pace(bytesPerSecond);
        await send(response, file, { from, bytes }, pace);
        response.end();
      } finally {
        await file.close();
      }
    };
  };
}

async function send(
  response: Response,
  file: OpenFile,
  { from, bytes }: { from: number; bytes: number },
  pace: Pace | undefined,
): Promise<void> {
  const block = Buffer.allocUnsafeSlow(Math.min(BLOCK_BYTES, bytes));
  response.allocate(block.byteLength);
  try {
    for (let sent = 0; sent < bytes;) {
      const piece = block.subarray(0, Math.min(block.byteLength, bytes - sent));
      response.step = 'read';
      await file.fill(piece, from + sent);
      response.step = 'send';
      await response.send(piece, piece.byteLength, pace);
      sent += piece.byteLength;
    }
  } finally {
    response.allocate(-block.byteLength);
  }
}
