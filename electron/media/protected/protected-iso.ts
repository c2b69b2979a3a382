import type { FileWindow } from '../index/file-window';
import { boxesAlong, innerBoxes, topBoxes, type Box } from '../index/iso-boxes';

/** Sample entries whose samples are encrypted: Common Encryption and ISMACryp, FairPlay, Audible. */
const PROTECTED_ENTRIES = new Set('encv enca encs enct drms drmi drmt p608 aavd'.split(' '));

/** PIFF's protection header and its table of encrypted samples, in `uuid` boxes. */
const PIFF = new Set(['d08a4f1810f34a82b6c832d8aba183d3', 'a2394f525a9b4f14a2446c427c648df4']);

/** Fields before the boxes of a sample entry, bytes: of a picture, and of a sound by its QuickTime version. */
const VIDEO_FIELDS = 78;
const AUDIO_FIELDS = [28, 44, 64];

/** No sane moov or moof is larger, bytes; what claims to be is not looked into. */
const MAX_BOX_BYTES = 64e6;

/** A protected file says so in its first fragments. */
const MAX_BOXES = 64;

/** True when an MP4 or MOV says that its samples are encrypted. */
export async function isProtectedIso(window: FileWindow): Promise<boolean> {
  let looked = 0;
  for await (const box of topBoxes(window)) {
    looked += 1;
    if (box.end > window.size && box.type !== 'mdat') return false;
    if (looked === 1 && !FIRST_BOXES.has(box.type)) return false;
    if (box.type === 'pssh') return true;
    if (box.end - box.start > MAX_BOX_BYTES) continue;
    if (box.type === 'moov' || box.type === 'moof') {
      const bytes = await window.read(box.start, box.end - box.start);
      if (box.type === 'moov' ? isProtectedMoov(bytes) : isProtectedMoof(bytes)) return true;
    }
    if (looked === MAX_BOXES) return false;
  }
  return false;
}

const FIRST_BOXES = new Set(
  'ftyp styp moov moof mdat free skip wide pnot uuid sidx pssh'.split(' '),
);

function isProtectedMoov(moov: Buffer): boolean {
  const along = (...path: string[]) => boxesAlong(moov, 8, moov.length, path);
  if (along('pssh').length > 0 || along('uuid').some((box) => isPiff(moov, box))) return true;
  return along('trak').some((trak) => {
    const inTrak = (...path: string[]) => boxesAlong(moov, trak.body, trak.end, path);
    const entries = inTrak('mdia', 'minf', 'stbl', 'stsd');
    return entries.some(({ body, end }) =>
      [...innerBoxes(moov, body + 8, end)].some((entry) => isProtectedEntry(moov, entry)),
    );
  });
}

/** An entry by its type, or by the protection scheme among its boxes. */
function isProtectedEntry(moov: Buffer, { type, body, end }: Box): boolean {
  if (PROTECTED_ENTRIES.has(type)) return true;
  const version = body + 10 <= end ? moov.readUInt16BE(body + 8) : 0;
  const starts = [VIDEO_FIELDS, AUDIO_FIELDS[version] ?? AUDIO_FIELDS[0] ?? 0];
  return starts.some((fields) => boxesAlong(moov, body + fields, end, ['sinf']).length > 0);
}

function isProtectedMoof(moof: Buffer): boolean {
  const uuids = boxesAlong(moof, 8, moof.length, ['traf', 'uuid']);
  return (
    boxesAlong(moof, 8, moof.length, ['pssh']).length > 0 ||
    boxesAlong(moof, 8, moof.length, ['traf', 'senc']).length > 0 ||
    uuids.some((box) => isPiff(moof, box))
  );
}

const isPiff = (bytes: Buffer, { body }: Box) => PIFF.has(bytes.toString('hex', body, body + 16));
