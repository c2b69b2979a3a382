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
    const served = servedFile(files(), which);
    return async (answer) => {
      const file = await OpenFile.open(served);
      const length = ['Content-Length', String(file.bytes)];
      const headers = [...fileHeaders(served, which), ...length];
      answer.totalBytes = file.bytes;
      try {
        if (answer.headOnly) {
          answer.writeHead(200, headers);
          return answer.end();
        }
        const whole = allocate(file.bytes, served.name);
        try {
          await read(answer, file, whole);
          answer.writeHead(200, headers);
          answer.step = 'send';
          await answer.send(whole);
        } finally {
          answer.allocate(-answer.heldBytes);
          freeMemory(whole);
        }
        answer.end();
      } finally {
        await file.close();
      }
    };
  };
}

async function read(answer: Response, file: OpenFile, whole: Buffer): Promise<void> {
  answer.step = 'read';
  for (let from = 0; from < file.bytes; from += PIECE_BYTES) {
    const piece = whole.subarray(from, from + PIECE_BYTES);
    await file.fill(piece, from);
    answer.allocate(piece.byteLength);
    if (answer.closed) throw new ClientGone();
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
