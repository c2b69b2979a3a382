import { elementsIn, type Element } from '../../../model/media/ebml';
import { elementAt } from '../index/ebml';
import type { FileWindow } from '../index/file-window';

const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const TRACKS = 0x1654ae6b;
const CLUSTER = 0x1f43b675;

/** Where the key of a track's encryption is described, below Tracks. */
const CONTENT_ENCRYPTION = [0xae, 0x6d80, 0x6240, 0x5035];

/** What stands before the tracks is little; more elements, or a larger Tracks (bytes), are not looked into. */
const MAX_ELEMENTS = 1000;
const MAX_TRACKS_BYTES = 4e6;

/** True when a Matroska or WebM file says that a track of it is encrypted. */
export async function isProtectedMatroska(window: FileWindow): Promise<boolean> {
  let offset = 0;
  for (let looked = 0; looked < MAX_ELEMENTS && offset < window.size; looked += 1) {
    const element = await elementAt(window, offset);
    if (!element || (looked === 0 && element.id !== EBML)) return false;
    const { id, body, end } = element;
    if (id === TRACKS) {
      const tracks = await window.read(body, Math.min(end - body, MAX_TRACKS_BYTES));
      return holds(tracks, { body: 0, end: tracks.length }, CONTENT_ENCRYPTION);
    }
    if (id === CLUSTER) return false;
    offset = id === SEGMENT ? body : end;
  }
  return false;
}

/** True when an element of each of these ids lies within the one before it. */
function holds(
  bytes: Uint8Array,
  { body, end }: Pick<Element, 'body' | 'end'>,
  [id, ...rest]: readonly number[],
): boolean {
  if (id === undefined) return true;
  return [...elementsIn(bytes, body, end)].some(
    (element) => element.id === id && holds(bytes, element, rest),
  );
}
