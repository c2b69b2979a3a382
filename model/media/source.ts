import { PLAYABLE_S } from '../delivery/player-machine';
import {
  bytesAt,
  largestStepBytes,
  playableSecondsAt,
  secondsAt,
  type MediaIndex,
} from './index-map';
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

/** Seconds that can be played once `bytes` have arrived: media by whole steps, text and bytes evenly. */
export function playableSecondsOf(source: SourceShape, bytes: number): number {
  return source.kind === 'media'
    ? playableSecondsAt(source.index, bytes)
    : secondsAt(source.index, bytes);
}

/** The largest step of an index, which takes a pass over it, found once. */
const largestSteps = new WeakMap<MediaIndex, number>();

/** What `laneRules` asks of a source: its size, and the largest step (of text and bytes, PLAYABLE_S of them). */
export function ruleSource(source: SourceShape): { bytes: number; largestStepBytes: number } {
  const bytes = source.deliveredBytes;
  if (source.kind === 'media') {
    const known = largestSteps.get(source.index) ?? largestStepBytes(source.index);
    largestSteps.set(source.index, known);
    return { bytes, largestStepBytes: known };
  }
  const durationS = durationOf(source);
  const even = durationS > 0 ? (bytes / durationS) * PLAYABLE_S : 0;
  return { bytes, largestStepBytes: Math.min(bytes, even) };
}

/** The byte offset, in whole chunks, that has to have arrived before a playhead at positionS can move. */
export function bytesToPlayFrom(
  source: SourceShape,
  chunkBytes: number,
  positionS: number,
): number {
  const untilS = positionS + PLAYABLE_S;
  const offset =
    source.kind === 'media'
      ? source.index.find((point) => point.seconds >= untilS)?.bytes
      : bytesAt(source.index, untilS);
  const needed = offset ?? source.deliveredBytes;
  return Math.min(Math.ceil(needed / chunkBytes) * chunkBytes, source.deliveredBytes);
}
