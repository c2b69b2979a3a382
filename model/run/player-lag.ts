import { figuresAt } from './figures-at';
import type { LaneLog, Sample } from './schema';

/** A player that has lost less than this is no slower than decoders are, ms of the run's clock. */
export const NOTED_LAG_MS = 500;

/** What is known of a lane's playhead at a moment; times in ms on the run's clock. */
export interface PlayheadFacts {
  tMs: number;
  startupDelayMs: number;
  stallTotalMs: number;
  /** Media played since the start, seconds. */
  playedS: number;
}

/**
 * Time that a player lost since its start though it had media to play, ms: what has passed, less the stalls, less
 * what was played. The computer was too busy to decode or to show it. At the end of a lane this is
 * ended - startup - stalls - length.
 */
export function playerLagMs(facts: PlayheadFacts): number {
  const { tMs, startupDelayMs, stallTotalMs, playedS } = facts;
  return Math.max(0, tMs - startupDelayMs - stallTotalMs - playedS * 1000);
}

/** What a lane's player had lost at the moment of a sample, ms; 0 while it is no more than decoders take. */
export function notedLagAt(
  log: LaneLog,
  { tMs, state, positionS }: Pick<Sample, 'tMs' | 'state' | 'positionS'>,
): number {
  if (log.playerLagMs === undefined || (state !== 'playing' && state !== 'ended')) return 0;
  const { startupDelayMs, stallTotalMs } = figuresAt(log, tMs);
  if (startupDelayMs === null) return 0;
  const isOver = state === 'ended';
  const lagMs = isOver
    ? log.playerLagMs
    : playerLagMs({ tMs, startupDelayMs, stallTotalMs, playedS: positionS });
  return lagMs < NOTED_LAG_MS ? 0 : lagMs;
}
