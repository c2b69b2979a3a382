import type { PlayerDecision } from '../delivery/types';
import type { RunRecorder } from '../run/run-recorder';
import type { LaneFigures } from './types';

/** Keeps a simulated lane's few figures and nothing else, however long it runs. */
export class FiguresRecorder implements RunRecorder {
  readonly figures: LaneFigures = {
    startupDelayMs: null,
    stallCount: 0,
    stallTotalMs: 0,
    endedMs: null,
  };
  #stalledMs: number | null = null;

  /** Nothing is kept of single events. */
  event(): void {}

  /** Nor of samples. */
  sample(): void {}

  /** Nor of counts. */
  counted(): void {}

  /** A start, a stall, its end, or the end of all. */
  decided({ change }: PlayerDecision, tMs: number): void {
    const { figures } = this;
    if (change === 'start') figures.startupDelayMs = tMs;
    if (this.#stalledMs !== null) figures.stallTotalMs += tMs - this.#stalledMs;
    this.#stalledMs = change === 'stall' ? tMs : null;
    if (change === 'stall') figures.stallCount++;
    if (change === 'end') figures.endedMs = tMs;
  }
}
