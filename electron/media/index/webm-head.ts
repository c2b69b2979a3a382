import { elementAt } from './ebml';
import type { FileWindow } from './file-window';

const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;

/** What stands at the top of a Segment, up to its first Cluster: SeekHead, Info, Tracks, Cues, Chapters, Tags, ... */
const TOP_LEVEL = new Set([
  0x114d9b74, 0x1549a966, 0x1654ae6b, 0x1c53bb6b, 0x1043a770, 0x1254c367, 0x1941a469, 0xec,
]);

/**
 * True when mediabunny may be asked about a file: it is no Matroska, or its Segment begins with elements that belong
 * there. mediabunny 1.61.0 looks for the next element behind junk with `resync` (matroska/ebml.ts), which never ends
 * eight bytes are left, and eight are always left when nothing is found. The smallest such file has 18 bytes: an empty
 * EBML head (1A 45 DF A3 80) and a Segment (18 53 80 67 88) of eight zeros.
 */
export async function hasSoundHead(window: FileWindow): Promise<boolean> {
  let offset = 0;
  while (offset < window.size) {
    const element = await elementAt(window, offset);
    if (offset === 0 && element?.id !== EBML) return true;
    if (!element) return false;
    if (element.id === CLUSTER) return true;
    const known = [EBML, SEGMENT].includes(element.id) || TOP_LEVEL.has(element.id);
    if (!known) return false;
    offset = element.id === SEGMENT ? element.body : element.end;
  }
  return true;
}
