import { elementsIn, uintOf, vintAt, type Element } from '../../../model/media/ebml';
import { elementAt } from './ebml';
import type { FileWindow } from './file-window';
import { IndexSteps } from './index-steps';
import type { Layout } from './iso-index';
import { tracksOf, type WebmTrack } from './webm-tracks';

const EBML = 0x1a45dfa3;
const DOC_TYPE = 0x4282;
const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TIMESTAMP_SCALE = 0x2ad7b1;
const TRACKS = 0x1654ae6b;
const CLUSTER = 0x1f43b675;
const TIMESTAMP = 0xe7;
const SIMPLE_BLOCK = 0xa3;
const BLOCK_GROUP = 0xa0;
const BLOCK = 0xa1;

/** What is read whole is small: Info and Tracks, bytes. */
const MAX_HEAD_BYTES = 16e6;

/** MSE takes one picture and one sound. */
const MAX_TRACKS = 100;

/** What Chromium takes a picture to last that is alone and says no length, seconds. */
const LONE_BLOCK_S = 0.063;

/** The last block of a track that was seen. */
interface Last {
  atS: number;
  /** The time between the last two, seconds. */
  stepS: number;
}

/**
 * Reads the blocks' headers of a WebM: which byte ends each block, and up to what time its track is then whole.
 * Chromium plays block by block, and knows a block's duration when the track's next one begins.
 */
export async function readWebmLayout(
  window: FileWindow,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Layout> {
  const steps = new IndexSteps();
  const lasts = new Map<number, Last>();
  let tracks: WebmTrack[] = [];
  let scaleS = 1e-3;
  let clusterS = 0;
  let webm = false;
  let offset = 0;
  let segmentEnd = Infinity;

  const read = async ({ body, end }: Element) =>
    end - body > MAX_HEAD_BYTES ? Buffer.alloc(0) : window.read(body, end - body);
  const block = async (start: number, end: number) => {
    const bytes = await window.read(start, 12);
    const number = vintAt(bytes, 0);
    const track = tracks.find((each) => each.number === number?.value);
    if (!number || !track || track.kind === 'other' || bytes.length < number.length + 2) return;
    const atS = clusterS + bytes.readInt16BE(number.length) * scaleS;
    const last = lasts.get(track.number);
    lasts.set(track.number, { atS, stepS: last ? atS - last.atS : track.frameS });
    steps.add(end, [{ track: track.number, from: last?.atS ?? atS, to: atS }]);
  };

  while (offset < window.size) {
    signal.throwIfAborted();
    const element = await elementAt(window, offset);
    if (!element) break;
    const { id } = element;
    if (id === EBML) webm = docType(await read(element)) === 'webm';
    if (!webm) break;
    // A master element is entered: what follows its header is read next.
    if (id === SEGMENT) segmentEnd = element.end;
    if (id === SEGMENT || id === CLUSTER || id === BLOCK_GROUP) {
      if (element.end !== Infinity && element.end > window.size) break;
      if (id === CLUSTER) onBytes(element.start);
      offset = element.body;
      continue;
    }
    if (element.end > window.size) break;
    if (id === INFO) scaleS = timestampScale(await read(element)) / 1e9;
    if (id === TRACKS) tracks = tracksOf(await read(element)).slice(0, MAX_TRACKS);
    if (id === TIMESTAMP)
      clusterS =
        uintOf(await read(element), { ...element, body: 0, end: element.end - element.body }) *
        scaleS;
    if (id === SIMPLE_BLOCK || id === BLOCK) await block(element.body, element.end);
    offset = element.end;
  }

  for (const { number, frameS } of tracks) {
    const last = lasts.get(number);
    const lengthS = frameS || last?.stepS || LONE_BLOCK_S;
    if (last) steps.add(offset, [{ track: number, from: last.atS, to: last.atS + lengthS }]);
  }
  return {
    streamable: webm,
    whole: offset === window.size && (segmentEnd === Infinity || segmentEnd <= window.size),
    videoTracks: tracks.filter(({ kind }) => kind === 'video').length,
    audioTracks: tracks.filter(({ kind }) => kind === 'audio').length,
    longestAudioS: 0,
    index: steps.finish(window.size),
  };
}

function docType(head: Buffer): string {
  const field = [...elementsIn(head, 0, head.length)].find(({ id }) => id === DOC_TYPE);
  return field ? head.toString('latin1', field.body, field.end).replace(/\0+$/, '') : '';
}

function timestampScale(info: Buffer): number {
  const field = [...elementsIn(info, 0, info.length)].find(({ id }) => id === TIMESTAMP_SCALE);
  return field ? uintOf(info, field) : 1e6;
}
