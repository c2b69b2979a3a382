import { figuresAt, memoryOverRest } from '../../run/figures-at';
import type { LaneLog } from '../../run/schema';

/** What two runs of a method are told apart by. */
export const FIGURES = ['startup', 'stalls', 'least', 'ends', 'memory'] as const;
export type Figure = (typeof FIGURES)[number];

/** The figures of one lane; null where there is none. */
export interface LaneFigures {
  /** Startup delay, ms. */
  startup: number | null;
  /** Time stalled, ms. */
  stalls: number;
  stallCount: number;
  /** The least that lay in the client buffer while it played and more was to come, bytes. */
  least: number | null;
  /** When the last frame had been played, ms. */
  ends: number | null;
  /** Peak of the reader process's memory over its rest, bytes. */
  memory: number | null;
}

/** A stretch of a run that is looked at: from its beginning until then, ms, and how long the whole run is. */
export interface Stretch {
  untilMs: number;
  lengthMs: number;
}

/** The figures of a lane over a stretch of its run. */
export function laneFigures(log: LaneLog, stretch: Stretch): LaneFigures {
  const { untilMs } = stretch;
  const { startupDelayMs, stallCount, stallTotalMs } = figuresAt(log, untilMs);
  return {
    startup: startupDelayMs,
    stalls: stallTotalMs,
    stallCount,
    least: leastBuffered(log, untilMs),
    ends: log.endedMs !== null && log.endedMs <= untilMs ? log.endedMs : null,
    memory: peakOverRest(log, stretch),
  };
}

/** Of full buffer, which has everything before it plays, there is none. */
function leastBuffered(
  { samples, startupDelayMs, sourceBytes }: LaneLog,
  untilMs: number,
): number | null {
  if (startupDelayMs === null) return null;
  let least: number | null = null;
  for (const { tMs, receivedBytes, bufferedBytes } of samples) {
    if (tMs < startupDelayMs) continue;
    if (tMs > untilMs || receivedBytes >= (sourceBytes ?? Infinity)) break;
    least = Math.min(least ?? Infinity, bufferedBytes);
  }
  return least;
}

/** The recorder's own peak holds for a whole run; that of a part of it is what was sampled. */
function peakOverRest({ samples, memory }: LaneLog, { untilMs, lengthMs }: Stretch): number | null {
  let peak = untilMs < lengthMs ? 0 : memory.peakRssBytes;
  for (const { tMs, rssBytes } of samples) {
    if (tMs > untilMs) break;
    peak = Math.max(peak, rssBytes);
  }
  return memoryOverRest(memory.baselineRssBytes, peak)?.overBytes ?? null;
}
