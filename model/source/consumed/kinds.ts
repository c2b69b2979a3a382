import { FINITE, goOnBy } from '../finite';
import { EVEN } from '../progress';
import type { Deliverable, SourceKind } from '../source-kind';

const CONSUMED = {
  ...FINITE,
  progress: EVEN,
  consumed: true,
  bytesToGoOn: goOnBy(EVEN),
  delivered: consumedAt,
} as const;

/** The source as it lasts when it is consumed at `rate`, bytes per second. */
export function consumedAt<M extends Deliverable>(media: M, rate: number): M {
  const { deliveredBytes: bytes } = media;
  const durationS = bytes / rate;
  const index = [
    { bytes: 0, seconds: 0 },
    { bytes, seconds: durationS },
  ];
  return { ...media, durationS, index };
}

/** A text, shown as it is consumed. */
export const TEXT: SourceKind = { ...CONSUMED, id: 'text' };

/** Any other file, of which nothing is shown but how far it has come. */
export const BYTES: SourceKind = { ...CONSUMED, id: 'bytes' };
