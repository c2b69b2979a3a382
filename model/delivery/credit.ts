import type { LaneRules } from './types';

/** A thousandth of a byte, for what rounding takes from a position that is turned into bytes. */
const ROUNDING = 1e-3;

/** The byte offset up to which the reader may send, as exact as the playhead is: it rises as evenly. */
export function creditEdge(rules: Pick<LaneRules, 'maxBufferBytes'>, playedBytes: number): number {
  return playedBytes + rules.maxBufferBytes;
}

/** The same in whole bytes, within the source; never falls while played grows. */
export function creditLimit(
  rules: Pick<LaneRules, 'maxBufferBytes'>,
  playedBytes: number,
  sourceBytes: number,
): number {
  return Math.min(sourceBytes, Math.floor(creditEdge(rules, playedBytes) + ROUNDING));
}
