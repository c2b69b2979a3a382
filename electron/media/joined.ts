import { open } from 'node:fs/promises';
import { elementAt } from './index/ebml';
import { FileWindow } from './index/file-window';

/** Matroska or FLV recordings that lie one behind another in one file, of which ffmpeg may read the first alone. */
export interface Recordings {
  /** 0 when the file is neither Matroska nor FLV. */
  count: number;
  isWebm: boolean;
}

export const NO_RECORDINGS: Recordings = { count: 0, isWebm: false };

const EBML = 0x1a45dfa3;

/** The most elements at the top of a Matroska file that are looked at. */
const MAX_ELEMENTS = 1000;

/** The most packets of an FLV that are looked at: some eight hours of picture and sound. */
const MAX_TAGS = 2e6;

/** A tag of FLV: type, size of its body (24 bits), times and stream before it, its whole size behind it; bytes. */
const TAG_HEADER = 11;
const TAG_TRAILER = 4;

/** How many recordings a file holds. Throws errors of the system. */
export async function recordingsIn(path: string): Promise<Recordings> {
  const file = await open(path);
  try {
    const window = new FileWindow(file, (await file.stat()).size);
    const flv = await flvRecordings(window);
    return flv > 0 ? { count: flv, isWebm: false } : await matroskaRecordings(window);
  } finally {
    await file.close();
  }
}

async function matroskaRecordings(window: FileWindow): Promise<Recordings> {
  let count = 0;
  let isWebm = false;
  let offset = 0;
  for (let looked = 0; looked < MAX_ELEMENTS && offset < window.size; looked += 1) {
    const element = await elementAt(window, offset);
    if (!element || (count === 0 && element.id !== EBML)) break;
    if (element.id === EBML) {
      count += 1;
      const head = await window.read(element.body, Math.min(element.end - element.body, 4096));
      isWebm ||= head.includes('webm', 0, 'latin1');
    }
    offset = element.end;
  }
  return { count, isWebm };
}

async function flvRecordings(window: FileWindow): Promise<number> {
  let count = 0;
  let offset = 0;
  for (let looked = 0; looked < MAX_TAGS && offset < window.size; looked += 1) {
    const head = await window.read(offset, TAG_HEADER);
    if (head.length < TAG_HEADER) break;
    if (head.toString('latin1', 0, 3) === 'FLV') {
      count += 1;
      offset += head.readUInt32BE(5) + TAG_TRAILER;
    } else if (count === 0) break;
    else offset += TAG_HEADER + head.readUIntBE(1, 3) + TAG_TRAILER;
  }
  return count;
}
