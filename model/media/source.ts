import { offsetToPlayFrom } from '../source/finite';
import { kindOf } from '../source/kinds';
import type { MediaIndex } from './index-map';
import type { MediaInfo } from './types';

/** What the rules and a simulation have to know of a source; a part of MediaInfo. */
export interface SourceShape {
  kind: MediaInfo['kind'];
  deliveredBytes: number;
  index: MediaIndex;
  camera?: MediaInfo['camera'];
}

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
