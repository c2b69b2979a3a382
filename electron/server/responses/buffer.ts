import { SLIPS } from '../../ipc/server-port';
import { say } from '../../words';
import { freeMemory } from '../free-memory';
import { oneOf } from '../http/query';
import { Refused } from '../http/refused';
import { OpenFile, servedFile, type ServedFiles } from '../served-file';
import { type Response, ClientGone, type PrepareHandler } from './response';
import { fileHeaders } from './file-headers';
/** How much is read between two looks at whether the client is still there, bytes. */
const PIECE_BYTES = 8 * 1024 * 1024;

/** `/buffer`: the whole file in one Buffer of this answer's own, and only then the first byte of it sent. */
export function bufferResponses(files: () => ServedFiles): PrepareHandler {
  return (query) => {
    const which = oneOf(query, 'file', ['text', 'media']);
    const slip = oneOf(query, 'slip', ['none', SLIPS['/buffer']]);
    const served = servedFile(files(), which);
    return async (response) => {
      const file = await OpenFile.open(served);
      // The buffer is written to its end; who reads on from where it stands finds nothing behind.
      const pointer = slip === 'none' ? 0 : file.bytes;
      const left = file.bytes - pointer;
      const length = ['Content-Length', String(left)];
      const headers = [...fileHeaders(served, which), ...length];
      response.totalBytes = left;
      try {
        if (response.headOnly) {
          response.writeHead(200, headers);
          return response.end();
        }
        const whole = allocate(file.bytes, served.name);
        try {
          await read(response, file, whole);
          response.writeHead(200, headers);
          response.step = 'send';
          await response.send(whole.subarray(pointer));
        } finally {
          response.allocate(-response.heldBytes);
          freeMemory(whole);
        }
        response.end();
      } finally {
        await file.close();
      }
    };
  };
}

async function read(response: Response, file: OpenFile, whole: Buffer): Promise<void> {
  response.step = 'read';
  for (let from = 0; from < file.bytes; from += PIECE_BYTES) {
    const piece = whole.subarray(from, from + PIECE_BYTES);
    await file.fill(piece, from);
    response.allocate(piece.byteLength);
    if (response.closed) throw new ClientGone();
  }
}

/** Memory is promised here and taken page by page as it is filled. */
function allocate(bytes: number, name: string): Buffer {
  try {
    return Buffer.allocUnsafeSlow(bytes);
  } catch {
    throw new Refused(507, say('serve.refused.tooLarge', { name, bytes }));
  }
}
