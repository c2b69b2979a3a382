import type { PlayerState } from '../delivery/types';
import { figuresAt } from './figures-at';
import { firstAfter, stateAt } from './frame';
import { NOTED_LAG_MS, notedLagAt } from './player-lag';
import type { LaneError, LaneLog, Sample } from './schema';

/** Low-frequency facts of a lane: React renders these. */
export interface LaneFacts {
  state: PlayerState;
  startupDelayMs: number | null;
  stallCount: number;
  stallTotalMs: number;
  /** Time that the player lost though it had media to play, ms; 0 while it is not worth a word. */
  playerLagMs: number;
  endedMs: number | null;
  error: LaneError | null;
  /**
   * Of a camera: the lane has fallen behind the live picture, and whoever watches may choose; null when there is
   * nothing to choose.
   */
  behind: 'offered' | 'kept' | null;
}

/** What broke a lane by tMs; null while nothing had. */
export function errorAt({ error, events }: LaneLog, tMs: number): LaneError | null {
  const broke = error && events.findLast(({ kind }) => kind === 'error');
  return broke && broke.tMs <= tMs ? error : null;
}

/** Times of a stall that lasts are told in steps of this many ms. */
const TIME_STEP = 100;

const stepped = (value: number, step: number): number => Math.floor(value / step) * step;

const notedLag = (ms: number): number => (ms < NOTED_LAG_MS ? 0 : stepped(ms, TIME_STEP));

/** The facts of a lane's log that a person reads; coarse where they would change with every sample. */
export function laneFacts(log: LaneLog, behind: LaneFacts['behind'] = null): LaneFacts {
  const lasting = log.stalls.at(-1)?.durationMs === null;
  return {
    state: log.state,
    startupDelayMs: log.startupDelayMs,
    stallCount: log.stallCount,
    stallTotalMs: lasting ? stepped(log.stallTotalMs, TIME_STEP) : log.stallTotalMs,
    playerLagMs: notedLag(log.playerLagMs ?? 0),
    endedMs: log.endedMs,
    error: log.error,
    behind,
  };
}

/** The same as they were at a moment of the run, ms. */
export function factsAt(log: LaneLog, tMs: number): LaneFacts {
  const behind = sampleAt(log, tMs)?.behind ?? null;
  return {
    ...laneFacts(log, behind),
    ...figuresAt(log, tMs),
    state: stateAt(log.states, tMs),
    endedMs: log.endedMs !== null && log.endedMs <= tMs ? log.endedMs : null,
    playerLagMs: stepped(lagAt(log, tMs), TIME_STEP),
    error: errorAt(log, tMs),
  };
}

function lagAt(log: LaneLog, tMs: number): number {
  const sample = sampleAt(log, tMs);
  return sample ? notedLagAt(log, { ...sample, state: stateAt(log.states, tMs) }) : 0;
}

/** The last sample up to a moment. */
const sampleAt = ({ samples }: LaneLog, tMs: number): Sample | undefined =>
  samples[firstAfter(samples, tMs) - 1];

/** True when two facts read the same. */
export function sameFacts(a: LaneFacts | undefined, b: LaneFacts): boolean {
  if (!a) return false;
  return (Object.keys(b) as (keyof LaneFacts)[]).every((key) => a[key] === b[key]);
}
