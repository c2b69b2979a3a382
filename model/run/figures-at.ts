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

/** The highest process memory up to a moment; looks at each sample once while time goes forward. */
export class PeakMemory {
  #next = 0;
  #peak = 0;
  #samples: LaneLog['samples'] | null = null;

  /** Bytes; 0 before the first sample. */
  at({ samples }: LaneLog, tMs: number): number {
    const last = samples[this.#next - 1];
    if (samples !== this.#samples || (last && last.tMs > tMs)) {
      this.#samples = samples;
      this.#next = 0;
      this.#peak = 0;
    }
    for (let s = samples[this.#next]; s && s.tMs <= tMs; s = samples[this.#next]) {
      this.#peak = Math.max(this.#peak, s.rssBytes);
      this.#next += 1;
    }
    return this.#peak;
  }
}
