import type { PlayerState } from '../../../model/delivery/types';
import type { LaneLog, RunEvent } from '../../../model/run/schema';

/** What the events of a lane tell of a moment, worked out from them alone. */
export interface Told {
  state: PlayerState;
  startupDelayMs: number | null;
  stallCount: number;
  stallTotalMs: number;
  endedMs: number | null;
  /** How long its player has played, ms. */
  playedMs: number;
}

const STATE_AFTER: Partial<Record<RunEvent['kind'], PlayerState>> = {
  start: 'playing',
  resume: 'playing',
  stall: 'rebuffering',
  end: 'ended',
  error: 'failed',
};

/** What a lane lived through up to a moment, ms. */
export function toldByEvents({ events }: Pick<LaneLog, 'events'>, tMs: number): Told {
  const told: Told = {
    ...{ state: 'starting', startupDelayMs: null, endedMs: null },
    ...{ stallCount: 0, stallTotalMs: 0, playedMs: 0 },
  };
  let sinceMs = 0;
  const pass = (toMs: number): void => {
    if (told.state === 'playing') told.playedMs += toMs - sinceMs;
    if (told.state === 'rebuffering') told.stallTotalMs += toMs - sinceMs;
    sinceMs = toMs;
  };
  for (const { kind, tMs: atMs } of events) {
    const state = STATE_AFTER[kind];
    if (atMs > tMs || state === undefined) continue;
    pass(atMs);
    if (kind === 'start') told.startupDelayMs = atMs;
    if (kind === 'stall') told.stallCount += 1;
    if (kind === 'end') told.endedMs = atMs;
    told.state = state;
  }
  pass(tMs);
  return told;
}

/** Bytes that had arrived by a moment, by the events that count them; what arrives within 100 ms is one event. */
export function arrivedByEvents({ events }: Pick<LaneLog, 'events'>, tMs: number): number {
  const before = events.filter(({ kind, tMs: atMs }) => kind === 'chunk-received' && atMs <= tMs);
  return Math.max(0, ...before.map(({ bytes = 0 }) => bytes));
}
