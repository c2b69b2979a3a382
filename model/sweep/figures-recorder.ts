import type { PlayerDecision } from '../delivery/types';
import type { RunRecorder } from '../run/recorder';
import type { LaneFigures, Scenario } from './types';
import type { Link } from '../link/types';
import { SimulatedLane } from '../run/simulated-lane';

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

/**
 * What one method comes to over this link, by the same engine as `simulate` but without a log. Time
 * in a stall that never ends is not counted: the run is over where nothing can happen any more.
 */
export function laneFigures(
  scenario: Pick<Scenario, 'method' | 'settings' | 'media'>,
  link: Link,
): LaneFigures {
  const { method, settings, media } = scenario;
  const recorder = new FiguresRecorder();
  const lane = { method, settings, media, link, recorder, sampleEveryMs: Infinity, words: null };
  new SimulatedLane(lane).run(Infinity);
  return recorder.figures;
}
