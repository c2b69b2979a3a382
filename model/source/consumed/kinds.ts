import { FINITE, goOnBy } from '../finite';
import { EVEN } from '../progress';
import type { SourceKind } from '../source-kind';

const CONSUMED = {
  ...FINITE,
  progress: EVEN,
  consumed: true,
  bytesToGoOn: goOnBy(EVEN),
} as const;

/** A text, shown as it is consumed. */
export const TEXT: SourceKind = { ...CONSUMED, id: 'text', showing: () => 'text' };

/** Any other file, of which nothing is shown but how far it has come. */
export const BYTES: SourceKind = { ...CONSUMED, id: 'bytes', showing: () => 'bytes' };
