import type { FileHandle } from 'node:fs/promises';
import { boxesAlong } from '../index/iso-boxes';
import type { StreamBox } from './sample-pieces';

/** Bytes of one second: fragment k ends at k million. */
export const SECOND_BYTES = 1_000_000;

/** How many samples each track's tfdt counts on, by track id: video frames, audio frames. */
export interface PadOptions {
  /** Units of one fragment in the video track (id 1): its timescale, since a fragment is one second. */
  videoUnits: number;
  /** Units of one audio frame (track id 2). */
  audioFrameUnits: number;
  onSecond: (seconds: number) => void;
}

const VIDEO_ID = 1;
const BOX_HEADER = 8;

/**
 * Writes the boxes of a fragmented MP4 so that each fragment ends at a whole million bytes, the space before it
 * filled by a `free` box. The fragments' times are counted anew from 0: ffmpeg moves them by the silence that
 * the AAC encoder puts first. Returns the number of fragments.
 */
export async function writePadded(
  boxes: AsyncIterable<StreamBox>,
  file: FileHandle,
  { videoUnits, audioFrameUnits, onSecond }: PadOptions,
): Promise<number> {
  let offset = 0;
  let fragments = 0;
  let audioUnits = 0;
  let moof: Buffer | null = null;
  const write = async (bytes: Buffer) => {
    await file.write(bytes, 0, bytes.length, offset);
    offset += bytes.length;
  };
  for await (const { type, bytes } of boxes) {
    if (type === 'ftyp' || type === 'moov') await write(bytes);
    if (type === 'moof') {
      moof = Buffer.from(bytes);
      for (const traf of boxesAlong(moof, BOX_HEADER, moof.length, ['traf'])) {
        const inside = (wanted: string) => boxesAlong(bytes, traf.body, traf.end, [wanted])[0];
        const [tfhd, tfdt, trun] = [inside('tfhd'), inside('tfdt'), inside('trun')];
        if (!tfhd || !tfdt || !trun) throw new Error('ffmpeg wrote a fragment without times.');
        const video = moof.readUInt32BE(tfhd.body + 4) === VIDEO_ID;
        const units = video ? fragments * videoUnits : audioUnits;
        if (moof[tfdt.body] === 1) moof.writeBigUInt64BE(BigInt(units), tfdt.body + 4);
        else moof.writeUInt32BE(units, tfdt.body + 4);
        if (!video) audioUnits += moof.readUInt32BE(trun.body + 4) * audioFrameUnits;
      }
    }
    if (type === 'mdat' && moof) {
      fragments += 1;
      const free = fragments * SECOND_BYTES - offset - moof.length - bytes.length;
      if (free < BOX_HEADER) throw new Error(`Second ${fragments} takes ${-free} bytes too many.`);
      await write(freeBox(free));
      await write(moof);
      await write(bytes);
      moof = null;
      onSecond(fragments);
    }
  }
  return fragments;
}

function freeBox(length: number): Buffer {
  const box = Buffer.alloc(length);
  box.writeUInt32BE(length, 0);
  box.write('free', 4, 'latin1');
  return box;
}
