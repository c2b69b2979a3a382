import { offsetToPlayFrom } from '../source/finite';
import { kindOf } from '../source/kinds';
import type { SourceShape } from './types';

/** Length of a source, seconds: the last point of its index. */
export function durationOf(source: SourceShape): number {
  return source.index.at(-1)?.seconds ?? 0;
}

/** Size of a source, bytes; Infinity while it goes on. */
export function sizeOf(source: SourceShape): number {
  return kindOf(source).endless ? Infinity : source.deliveredBytes;
}

/** Seconds that can be played once `bytes` have arrived. */
export function playableSecondsOf(source: SourceShape, bytes: number): number {
  return kindOf(source).progress.secondsAt(source.index, bytes);
}

/** What `laneRules` asks of a source: its size, and the largest step (of text and bytes, PLAYABLE_S of them). */
export function ruleSource(source: SourceShape): { bytes: number; largestStepBytes: number } {
  const { deliveredBytes: bytes, index } = source;
  return { bytes, largestStepBytes: kindOf(source).progress.largestStep(index) };
}

/** The byte offset, in whole chunks, that has to have arrived before a playhead at positionS can move. */
export function bytesToPlayFrom(
  source: SourceShape,
  chunkBytes: number,
  positionS: number,
): number {
  return offsetToPlayFrom(kindOf(source).progress, source, chunkBytes, positionS);
}
