import fc from 'fast-check';
import type { EncodedFrame } from '../../../model/camera/frame';
import type { ArrivedFrame } from '../../../model/camera/frame-buffer';

/** Pictures at 30 a second, microseconds. */
export const PICTURE_US = 33_333;

/** The nth picture of a made stream; every sixtieth is a key frame. */
export function madePicture(i: number, more: Partial<EncodedFrame> = {}): EncodedFrame {
  const timeUs = i * PICTURE_US;
  return {
    track: 'video',
    timeUs,
    durationUs: PICTURE_US,
    key: i % 60 === 0,
    bytes: new Uint8Array([i % 256]),
    capturedMs: timeUs / 1000,
    encodedMs: timeUs / 1000 + 2,
    ...more,
  };
}

/** The nth 20 ms of sound. */
export const madeSound = (i: number): EncodedFrame =>
  madePicture(i, { track: 'audio', timeUs: i * 20_000, durationUs: 20_000, key: true });

/** A frame as it arrives at atMs of the run's clock. */
export const arriving = (frame: EncodedFrame, atMs: number): ArrivedFrame => ({
  ...frame,
  arrivedMs: atMs,
});

/** How a made stream comes: so many pictures, each late by so much, held up where the link is cut, keys where asked. */
export interface MadeStream {
  lateMs: number[];
  /** The link is down from one picture to another; equal for a link that is never. */
  cut: { from: number; to: number };
  keys: Set<number>;
}

/** Any stream: jitter up to 80 ms, one cut, key frames late and out of turn. */
export const madeStreams: fc.Arbitrary<MadeStream> = fc
  .record({
    lateMs: fc.array(fc.double({ min: 0, max: 80, noNaN: true }), {
      minLength: 30,
      maxLength: 300,
    }),
    cutFrom: fc.nat(200),
    cutFor: fc.nat(150),
    keys: fc.array(fc.nat(300), { maxLength: 8 }),
  })
  .map(({ lateMs, cutFrom, cutFor, keys }) => ({
    lateMs,
    cut: { from: cutFrom, to: cutFrom + cutFor },
    keys: new Set([0, ...keys]),
  }));

/** The frames of a stream with the times at which they arrive, in order, run ms. */
export function arrivalsOf({
  lateMs,
  cut,
  keys,
}: MadeStream): { frame: ArrivedFrame; atMs: number }[] {
  let lastMs = 0;
  return lateMs.map((late, i) => {
    const upMs = i >= cut.from && i < cut.to ? (cut.to * PICTURE_US) / 1000 : 0;
    const atMs = Math.max(lastMs, upMs, (i * PICTURE_US) / 1000 + 8 + late);
    lastMs = atMs;
    return { frame: arriving(madePicture(i, { key: keys.has(i) }), atMs), atMs };
  });
}
