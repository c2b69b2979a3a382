import type { SourceShape } from '../media/types';
import { PLAYABLE_S } from '../delivery/player-machine';
import { laneRules } from '../delivery/rules';
import type { Progress } from './progress';
import type { SourceKind } from './source-kind';

/** What all sources with an end have in common. */
export const FINITE = {
  endless: false,
  predicted: true,
  fits: true,
  maxLogEntries: Infinity,
  endFigures: ['playerLag', 'verified'],
  settings: (asked) => asked,
  sized: (media) => media,
  delivered: (media) => media,
  rules: laneRules,
  neededRate({ deliveredBytes, index }) {
    const seconds = index.at(-1)?.seconds ?? 0;
    return seconds > 0 ? deliveredBytes / seconds : 0;
  },
  safeBytes: ({ deliveredBytes }) => deliveredBytes,
  chunksIn: (bytes, chunkBytes) => Math.ceil(bytes / chunkBytes),
} as const satisfies Partial<SourceKind>;

/** The byte offset, in whole chunks, that has to have arrived before a playhead at positionS can move. */
export function offsetToPlayFrom(
  progress: Progress,
  { deliveredBytes, index }: SourceShape,
  chunkBytes: number,
  positionS: number,
): number {
  const needed = progress.bytesFor(index, positionS + PLAYABLE_S) ?? deliveredBytes;
  return Math.min(Math.ceil(needed / chunkBytes) * chunkBytes, deliveredBytes);
}

/** What is missing of that offset. */
export const goOnBy =
  (progress: Progress): SourceKind['bytesToGoOn'] =>
  (source, { chunkBytes, reachS, receivedBytes }) =>
    offsetToPlayFrom(progress, source, chunkBytes, reachS) - receivedBytes;
