import { boxesAlong, type Box } from './iso-boxes';
import type { IsoTrack } from './iso-moov';

/** The media time that one fragment adds to one track, in the track's units. */
export interface TrackSpan {
  trackId: number;
  /** Earliest presentation time. */
  from: number;
  /** Latest end of a presentation. */
  to: number;
  /** Where decoding goes on in the next fragment. */
  next: number;
  /** The longest sample. */
  longest: number;
}

const TFHD_BASE = 0x1;
const TFHD_DESCRIPTION = 0x2;
const TFHD_DURATION = 0x8;
const TRUN_OFFSET = 0x1;
const TRUN_FIRST_FLAGS = 0x4;
const TRUN_DURATION = 0x100;
const TRUN_SIZE = 0x200;
const TRUN_FLAGS = 0x400;
const TRUN_CTS = 0x800;
/** Four bytes each in every sample's description. */
const SAMPLE_FIELDS = [TRUN_DURATION, TRUN_SIZE, TRUN_FLAGS, TRUN_CTS];

/**
 * What a moof box (its whole bytes) adds to each track; `next` holds where each track's decoding stands. Throws
 * RangeError when a box names more samples than it describes, or than the file has bytes.
 */
export function spansOfMoof(
  moof: Buffer,
  tracks: readonly IsoTrack[],
  next: ReadonlyMap<number, number>,
  fileBytes: number,
): TrackSpan[] {
  return boxesAlong(moof, 8, moof.length, ['traf']).flatMap((traf) => {
    const inside = (type: string) => boxesAlong(moof, traf.body, traf.end, [type]);
    const tfhd = inside('tfhd')[0]?.body;
    if (tfhd === undefined) return [];
    const flags = moof.readUIntBE(tfhd + 1, 3);
    const trackId = moof.readUInt32BE(tfhd + 4);
    const track = tracks.find(({ id }) => id === trackId);
    if (!track) return [];
    const durationAt = tfhd + 8 + (flags & TFHD_BASE ? 8 : 0) + (flags & TFHD_DESCRIPTION ? 4 : 0);
    const duration = flags & TFHD_DURATION ? moof.readUInt32BE(durationAt) : track.defaultDuration;
    const tfdt = inside('tfdt')[0]?.body;
    const start = tfdt === undefined ? (next.get(trackId) ?? 0) : decodeTime(moof, tfdt);
    const span: TrackSpan = { trackId, from: Infinity, to: -Infinity, next: start, longest: 0 };
    for (const trun of inside('trun')) addRun(moof, trun, { duration, fileBytes }, span);
    return span.to < span.from ? [] : [span];
  });
}

const decodeTime = (moof: Buffer, at: number) =>
  moof[at] === 1 ? Number(moof.readBigUInt64BE(at + 4)) : moof.readUInt32BE(at + 4);

/** Adds samples of which each is like the other. */
function addEqual(count: number, duration: number, span: TrackSpan): void {
  if (count === 0) return;
  span.from = Math.min(span.from, span.next);
  span.next += count * duration;
  span.to = Math.max(span.to, span.next);
  span.longest = Math.max(span.longest, duration);
}

/** Follows one run of samples, moving the span's `next` past it. */
function addRun(
  moof: Buffer,
  { body: at, end }: Box,
  { duration: defaultDuration, fileBytes }: { duration: number; fileBytes: number },
  span: TrackSpan,
): void {
  const flags = moof.readUIntBE(at + 1, 3);
  const count = moof.readUInt32BE(at + 4);
  let field = at + 8 + (flags & TRUN_OFFSET ? 4 : 0) + (flags & TRUN_FIRST_FLAGS ? 4 : 0);
  const described = SAMPLE_FIELDS.filter((each) => flags & each).length;
  if (count > fileBytes || field + count * described * 4 > end) {
    throw new RangeError(`A run claims ${count} samples.`);
  }
  if (described === 0) return addEqual(count, defaultDuration, span);
  const take = (flag: number) => {
    if (!(flags & flag)) return null;
    field += 4;
    return field - 4;
  };
  for (let i = 0; i < count; i += 1) {
    const durationAt = take(TRUN_DURATION);
    take(TRUN_SIZE);
    take(TRUN_FLAGS);
    const ctsAt = take(TRUN_CTS);
    const duration = durationAt === null ? defaultDuration : moof.readUInt32BE(durationAt);
    // Signed in version 1; in version 0 some writers put signed values all the same, and Chromium reads them so.
    const cts = ctsAt === null ? 0 : moof.readInt32BE(ctsAt);
    span.from = Math.min(span.from, span.next + cts);
    span.to = Math.max(span.to, span.next + cts + duration);
    span.next += duration;
    span.longest = Math.max(span.longest, duration);
  }
}
