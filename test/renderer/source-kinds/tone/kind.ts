import type { MediaInfo } from '../../../../model/media/types';
import { laneRules } from '../../../../model/delivery/rules';
import { FINITE, goOnBy } from '../../../../model/source/finite';
import { EVEN } from '../../../../model/source/progress';
import type { SourceKind } from '../../../../model/source/source-kind';

/** Bytes of a tone per second: one a sample. */
export const TONE_RATE = 100_000;

/** The bytes [from, to) of a tone of 440 Hz, 8 bits a sample. */
export function toneBytes(from: number, to: number): Uint8Array {
  return Uint8Array.from({ length: to - from }, (_, i) =>
    Math.round(127.5 + 127 * Math.sin((2 * Math.PI * 440 * (from + i)) / TONE_RATE)),
  );
}

/** A tone that lasts so many seconds. */
export function toneMedia(seconds: number, path = ''): MediaInfo {
  const bytes = seconds * TONE_RATE;
  return {
    ...{ id: 'tone', sourcePath: '', name: 'A, 440 Hz', bytes, kind: 'tone' },
    ...{ deliveredPath: path, deliveredBytes: bytes, mime: '', durationS: seconds, startS: 0 },
    ...{ container: '', codecs: [], hasVideo: false, hasAudio: false, prepared: null, cover: null },
    index: [
      { bytes: 0, seconds: 0 },
      { bytes, seconds },
    ],
  };
}

/** A tone, made as it is asked for: every byte of it is heard as it comes, and half a second of it is enough to begin. */
export const TONE: SourceKind = {
  ...FINITE,
  id: 'tone',
  progress: EVEN,
  consumed: false,
  fits: false,
  endFigures: ['verified'],
  rules: (method, settings, source) => ({
    ...laneRules(method, settings, source),
    ...(method === 'buffering' && { startBytes: TONE_RATE / 2, resumeBytes: TONE_RATE / 2 }),
  }),
  bytesToGoOn: goOnBy(EVEN),
};
