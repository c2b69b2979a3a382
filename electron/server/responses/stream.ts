import { SLIPS } from '../../ipc/server-port';
import { bytes, oneOf, rate } from '../http/query';
import { OpenFile, servedFile, type ServedFiles } from '../served-file';
import type { Response, PrepareHandler } from './response';
import { fileHeaders } from './file-headers';
import { Block, LAST_CHUNK } from './framing';
import { Pace } from './pace';
import { sendUnheld } from './unheld';
const CHUNK = { least: 1, most: 16 * 1024 * 1024 };
const CHUNK_BYTES = 1024;
const RATE = { least: 1, most: 1e12 };

/** `/stream`: the file piece by piece, each sent as soon as it is read, the next one read meanwhile. */
export function streamResponses(files: () => ServedFiles): PrepareHandler {
  return (query) => {
    const which = oneOf(query, 'file', ['text', 'media']);
    const chunkBytes = bytes(query, 'chunk', CHUNK, CHUNK_BYTES);
    const bytesPerSecond = rate(query, 'rate', RATE);
    const once = oneOf(query, 'slip', ['none', SLIPS['/stream']]) !== 'none';
    const waits = oneOf(query, 'backpressure', ['on', 'off']) === 'on';
    const served = servedFile(files(), which);
    return async (response) => {
      const file = await OpenFile.open(served);
      try {
        response.writeHead(200, [...fileHeaders(served, which), ...transfer(response)]);
        if (response.headOnly) return response.end();
        response.raw.chunkedEncoding = false;
        const pace = bytesPerSecond === Infinity ? undefined : new Pace(bytesPerSecond);
        const pieceBytes = Math.max(1, Math.min(chunkBytes, file.bytes));
        if (!waits) {
          await sendUnheld(response, file, { chunks: response.chunks, pieceBytes });
          return response.end();
        }
        const most = once ? pieceBytes : pace?.shareBytes;
        const block = () => new Block(pieceBytes, response.chunks, most);
        const blocks: [Block, Block] = [block(), block()];
        try {
          // What should stand in a loop is done once: the answer ends behind its first piece.
          const bytes = once ? pieceBytes : file.bytes;
          await flow(response, { file, bytes }, blocks, pace);
        } finally {
          for (const each of blocks) each.close();
        }
        response.end();
      } finally {
        response.allocate(-response.heldBytes);
        await file.close();
      }
    };
  };
}

/** We frame the chunks ourselves, many of them in one write: Node makes three writes of each. */
function transfer(response: Response): string[] {
  return response.chunks ? ['Transfer-Encoding', 'chunked'] : ['Connection', 'close'];
}

/** What is sent of a file: its first `bytes`. */
interface Part {
  file: OpenFile;
  bytes: number;
}

/** Sends a file through two blocks of memory, one being filled while the other is sent. */
async function flow(
  response: Response,
  { file, bytes }: Part,
  [first, second]: [Block, Block],
  pace: Pace | undefined,
): Promise<void> {
  let [filled, free] = [first, second];
  const fill = async (block: Block, offset: number): Promise<number> => {
    const left = Math.min(block.payloadBytes, bytes - offset);
    await file.fill(block.target(left), offset);
    return left;
  };
  let offset = 0;
  let reading = fill(filled, offset);
  try {
    while (offset < bytes) {
      response.step = 'read';
      const read = await reading;
      response.allocate(read);
      offset += read;
      const { wire, payloadBytes } = filled.framed(read);
      reading = fill(free, offset);
      // Heard again when it is awaited; until then a failed read is no one's unhandled one.
      reading.catch(() => undefined);
      response.step = 'send';
      await response.send(wire, payloadBytes, pace);
      response.allocate(-read);
      [filled, free] = [free, filled];
    }
    if (response.chunks) await response.send(LAST_CHUNK, 0);
  } finally {
    await Promise.allSettled([reading]);
  }
}
