import { boxesAlong } from './iso-boxes';

/** What the fragments' times need to know of one track. */
export interface IsoTrack {
  id: number;
  kind: 'video' | 'audio' | 'other';
  /** Units a second. */
  timescale: number;
  /** Duration of a sample that names none, units. */
  defaultDuration: number;
  /** Samples described by the moov itself: none in a file that is all fragments. */
  samplesInMoov: number;
}

const KINDS: Record<string, IsoTrack['kind']> = { vide: 'video', soun: 'audio' };

/** The tracks of a moov box (its whole bytes). */
export function tracksOfMoov(moov: Buffer): IsoTrack[] {
  const defaults = new Map<number, number>();
  for (const trex of boxesAlong(moov, 8, moov.length, ['mvex', 'trex'])) {
    defaults.set(moov.readUInt32BE(trex.body + 4), moov.readUInt32BE(trex.body + 12));
  }
  return boxesAlong(moov, 8, moov.length, ['trak']).flatMap((trak) => {
    const one = (...path: string[]) => boxesAlong(moov, trak.body, trak.end, path)[0]?.body;
    const tkhd = one('tkhd');
    const mdhd = one('mdia', 'mdhd');
    const hdlr = one('mdia', 'hdlr');
    if (tkhd === undefined || mdhd === undefined || hdlr === undefined) return [];
    const stsz = one('mdia', 'minf', 'stbl', 'stsz');
    const id = moov.readUInt32BE(tkhd + (moov[tkhd] === 1 ? 20 : 12));
    return {
      id,
      kind: KINDS[moov.toString('latin1', hdlr + 8, hdlr + 12)] ?? 'other',
      timescale: moov.readUInt32BE(mdhd + (moov[mdhd] === 1 ? 20 : 12)) || 1,
      defaultDuration: defaults.get(id) ?? 0,
      samplesInMoov: stsz === undefined ? 0 : moov.readUInt32BE(stsz + 8),
    };
  });
}
