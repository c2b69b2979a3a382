const TS_PACKET = 188;
const TS_SYNC = 0x47;

/** So many packets in a row, each at its place, are no accident. */
const MIN_PACKETS = 4;

/** A stray bit error is no scrambling: of the packets with a payload at least this share has to be marked. */
const MIN_SHARE = 0.2;

/** Blu-ray puts four bytes before each packet, whose upper two bits tell that it may not be copied. */
const BLURAY_EXTRA = 4;

/** True when the packets of an MPEG transport stream are marked as scrambled, or as protected on a Blu-ray. */
export function isScrambledTransport(head: Buffer): boolean {
  const extra = head[0] === TS_SYNC ? 0 : BLURAY_EXTRA;
  let packets = 0;
  let scrambled = 0;
  const length = extra + TS_PACKET;
  for (let at = 0; at + length <= head.length && head[at + extra] === TS_SYNC; at += length) {
    packets += 1;
    const marks = (head[at + extra + 3] ?? 0) | (extra > 0 ? (head[at] ?? 0) : 0);
    if ((marks & 0xc0) !== 0) scrambled += 1;
  }
  return packets >= MIN_PACKETS && scrambled >= packets * MIN_SHARE;
}

const PACK_START = 0x000001ba;

/** Ids of the packets that carry sound and picture: private stream 1, MPEG audio and video. */
const carriesMedia = (id: number) => id === 0xbd || (id >= 0xc0 && id <= 0xef);

/** True when the packets of an MPEG program stream (VOB) are marked as scrambled. */
export function isScrambledProgram(head: Buffer): boolean {
  if (head.length < 4 || head.readUInt32BE(0) !== PACK_START) return false;
  let packets = 0;
  let scrambled = 0;
  for (let at = 0; at + 7 <= head.length;) {
    const next = head.indexOf(START_CODE, at);
    if (next === -1 || next + 7 > head.length) break;
    const id = head[next + 3] ?? 0;
    at = next + 4;
    const flags = head[next + 6] ?? 0;
    // MPEG-2 packets begin with the bits 10, then the two of the scrambling.
    if (!carriesMedia(id) || (flags & 0xc0) !== 0x80) continue;
    packets += 1;
    if ((flags & 0x30) !== 0) scrambled += 1;
    at = next + 6 + head.readUInt16BE(next + 4);
  }
  return packets >= MIN_PACKETS && scrambled >= packets * MIN_SHARE;
}

const START_CODE = Buffer.from([0, 0, 1]);
const FLV_HEADER = 9;
const FLV_TAG = 11;
const FLV_FILTER = 0x20;

/** True when the tags of an FLV are marked as filtered, which means encrypted. */
export function isScrambledFlv(head: Buffer): boolean {
  if (head.toString('latin1', 0, 3) !== 'FLV') return false;
  for (let at = FLV_HEADER + 4; at + FLV_TAG <= head.length;) {
    const type = head[at] ?? 0;
    if ((type & FLV_FILTER) !== 0 && [8, 9].includes(type & 0x1f)) return true;
    at += FLV_TAG + head.readUIntBE(at + 1, 3) + 4;
  }
  return false;
}
