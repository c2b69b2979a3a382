import { firstAfter } from './frame';
import type { LaneLog } from './schema';

/** A lane's figures at one moment of its run; times in ms. */
export interface FiguresAt {
  startupDelayMs: number | null;
  stallCount: number;
  stallTotalMs: number;
}

/** What had happened by tMs, so that stepping back through a run shows the figures of that moment. */
export function figuresAt(log: LaneLog, tMs: number): FiguresAt {
  const stalls = log.stalls.filter((stall) => stall.atMs <= tMs);
  const lasted = stalls.map((s) => Math.min(s.durationMs ?? Infinity, tMs - s.atMs));
  const { startupDelayMs } = log;
  return {
    startupDelayMs: startupDelayMs !== null && startupDelayMs <= tMs ? startupDelayMs : null,
    stallCount: stalls.length,
    stallTotalMs: lasted.reduce((sum, ms) => sum + ms, 0),
  };
}

/** What a lane's process takes, bytes, measured: before its first read, and beyond that. */
export interface MemoryAt {
  restBytes: number;
  wholeBytes: number;
  /** Whole less rest; never below 0, though a process may give back a little of its rest. */
  overBytes: number;
}

/** A process's memory beside its rest; null while nothing has been measured. */
export function memoryOverRest(restBytes: number, wholeBytes: number): MemoryAt | null {
  if (restBytes === 0 || wholeBytes === 0) return null;
  return { restBytes, wholeBytes, overBytes: Math.max(0, wholeBytes - restBytes) };
}

/** The same at a moment, by the newest sample in which the process was measured. */
export function memoryAt(
  { samples, memory }: Pick<LaneLog, 'samples' | 'memory'>,
  tMs: number,
): MemoryAt | null {
  let measured = 0;
  for (let i = firstAfter(samples, tMs) - 1; i >= 0 && measured === 0; i -= 1) {
    measured = samples[i]?.rssBytes ?? 0;
  }
  return memoryOverRest(memory.baselineRssBytes, measured);
}
