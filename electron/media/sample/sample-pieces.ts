import { boxAt, type Box } from '../index/iso-boxes';

/** One box of a stream with all its bytes. */
export interface StreamBox {
  type: string;
  bytes: Buffer;
}

/** Cuts a stream of bytes into the boxes at the top of an MP4, one at a time in memory. */
export async function* boxesOfStream(stream: AsyncIterable<Buffer>): AsyncGenerator<StreamBox> {
  let blocks: Buffer[] = [];
  let held = 0;
  let box: Box | null = null;
  for await (const block of stream) {
    blocks.push(block);
    held += block.length;
    // Joined only when a whole header or box is there, so that each byte is copied once or twice.
    while (held >= (box?.end ?? 16)) {
      const all: Buffer = blocks.length === 1 ? (blocks[0] as Buffer) : Buffer.concat(blocks);
      blocks = [all];
      box ??= boxAt(all, 0, Infinity);
      if (!box) throw new Error('ffmpeg wrote no MP4.');
      if (held < box.end) break;
      yield { type: box.type, bytes: all.subarray(0, box.end) };
      blocks = [all.subarray(box.end)];
      held -= box.end;
      box = null;
    }
  }
}
