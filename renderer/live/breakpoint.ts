import { breakBetween, momentsOf, type Break, type SteppedRun } from '../../model/runs/moments';
import type { Outages } from './outages';
import type { RunClock } from './run-clock';
import { RunTimer } from './run-timer';

interface BreakpointParts {
  clock: RunClock;
  outages: Outages;
  /** What has happened so far. */
  soFar: () => SteppedRun;
  pause: () => void;
}

/** Pauses a run that goes on as soon as something of a kind has been measured. */
export class Breakpoint {
  readonly #parts: BreakpointParts;
  readonly #outage: RunTimer;
  #kind: Break | null = null;
  /** What happened until then does not pause the run, ms of its clock. */
  #sinceMs = 0;

  constructor(parts: BreakpointParts) {
    this.#parts = parts;
    this.#outage = new RunTimer(parts.clock, () => this.look());
  }

  /** Pauses at the next moment of this kind from now on; null plays through. */
  set(kind: Break | null): void {
    this.#kind = kind;
    this.#sinceMs = this.#parts.clock.nowMs();
    this.#outage.clear();
    this.#awaitOutage();
  }

  /** Something may have happened. */
  look(): void {
    const { clock, soFar, pause } = this.#parts;
    if (this.#kind === null || !clock.running) return;
    this.#awaitOutage();
    const nowMs = clock.nowMs();
    if (!breakBetween(momentsOf(soFar()), this.#kind, this.#sinceMs, nowMs)) return;
    this.#sinceMs = nowMs;
    // Whoever says that something has happened is in the midst of it: the run pauses once that is done.
    queueMicrotask(pause);
  }

  dispose(): void {
    this.#outage.dispose();
  }

  /** A scheduled outage begins without anybody's telling. */
  #awaitOutage(): void {
    if (this.#kind !== 'outage') return;
    const { clock, outages } = this.#parts;
    const nowMs = clock.nowMs();
    const next = outages.known(nowMs).find(({ fromMs }) => fromMs > nowMs);
    if (next) this.#outage.set(next.fromMs);
  }
}
