import { open } from 'node:fs/promises';
import { elementAt } from '../../media/index/ebml';
import { FileWindow } from '../../media/index/file-window';
import { boxAt, topBoxes } from '../../media/index/iso-boxes';

const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const CLUSTER_TIMESTAMP = 0xe7;
const SIMPLE_BLOCK = 0xa3;
const BLOCK_GROUP = 0xa0;

/**
 * How many bytes of a recording, a WebM or a fragmented MP4, end with a whole piece that plays: a block, or a
 * fragment with its data. 0 where none does. Throws the system's error.
 */
export async function wholeBytes(path: string): Promise<number> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const window = new FileWindow(handle, size);
    const first = boxAt(await window.read(0, 16), 0, size);
    return await (first?.type === 'ftyp' ? wholeMp4(window) : wholeWebm(window));
  } finally {
    await handle.close();
  }
}

/**
 * Cuts a file behind its last whole piece; its size then, bytes. Of a file that ends within the head of a box some ffmpegs
 * read nothing at all. Throws the system's error.
 */
export async function cutWhole(path: string): Promise<number> {
  const bytes = await wholeBytes(path);
  const handle = await open(path, 'r+');
  try {
    await handle.truncate(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return bytes;
}

async function wholeMp4(window: FileWindow): Promise<number> {
  let whole = 0;
  let data = false;
  for await (const { type, end } of topBoxes(window)) {
    if (end > window.size) break;
    data ||= type === 'mdat';
    // Samples are described before their data.
    if (type !== 'moof') whole = end;
  }
  return data ? whole : 0;
}

async function wholeWebm(window: FileWindow): Promise<number> {
  let whole = 0;
  let blocks = false;
  let offset = 0;
  while (offset < window.size) {
    const element = await elementAt(window, offset);
    if (!element || (offset === 0 && element.id !== EBML)) break;
    const { id, body, end } = element;
    // What follows the header of one of these is read next; alone it is nothing to play.
    const entered = id === SEGMENT || id === CLUSTER;
    offset = entered ? body : end;
    if (offset > window.size) break;
    if (entered || id === CLUSTER_TIMESTAMP) continue;
    blocks ||= id === SIMPLE_BLOCK || id === BLOCK_GROUP;
    whole = offset;
  }
  return blocks ? whole : 0;
}
