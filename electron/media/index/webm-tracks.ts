import { elementsIn, uintOf } from '../../../model/media/ebml';

const TRACK_ENTRY = 0xae;
const TRACK_NUMBER = 0xd7;
const TRACK_TYPE = 0x83;
const DEFAULT_DURATION = 0x23e383;

/** What the blocks' times need to know of one track. */
export interface WebmTrack {
  number: number;
  kind: 'video' | 'audio' | 'other';
  /** Duration of a frame, seconds; 0 when it is not said. */
  frameS: number;
}

const KINDS: Record<number, WebmTrack['kind']> = { 1: 'video', 2: 'audio' };

/** The tracks of a Tracks element's content. */
export function tracksOf(bytes: Buffer): WebmTrack[] {
  const tracks: WebmTrack[] = [];
  for (const entry of elementsIn(bytes, 0, bytes.length)) {
    if (entry.id !== TRACK_ENTRY) continue;
    const track: WebmTrack = { number: 0, kind: 'other', frameS: 0 };
    for (const field of elementsIn(bytes, entry.body, entry.end)) {
      if (field.id === TRACK_NUMBER) track.number = uintOf(bytes, field);
      if (field.id === TRACK_TYPE) track.kind = KINDS[uintOf(bytes, field)] ?? 'other';
      if (field.id === DEFAULT_DURATION) track.frameS = uintOf(bytes, field) / 1e9;
    }
    tracks.push(track);
  }
  return tracks;
}
