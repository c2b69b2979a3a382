import type { LaneRules } from './types';

/** A thousandth of a byte, for what rounding takes from a position that is turned into bytes. */
const ROUNDING = 1e-3;

/** The byte offset up to which the reader may have sent, whole bytes; never falls while played grows. */
export function creditLimit(
  rules: Pick<LaneRules, 'aheadBytes'>,
  playedBytes: number,
  sourceBytes: number,
): number {
  return Math.min(sourceBytes, Math.floor(playedBytes + ROUNDING) + rules.aheadBytes);
}
