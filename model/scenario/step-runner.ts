import { eventMs, formatEvent, type EventLog } from './events';
import { formatDurationMs } from '../units';
import type { Scenario, ScenarioStep } from './types';

/** When a step begins, ms of the run's clock; null while its event has not come. A function of the log alone. */
export function stepMs({ begins }: Pick<ScenarioStep, 'begins'>, log: EventLog): number | null {
  if ('atMs' in begins) return begins.atMs;
  const ms = eventMs(begins.when, log);
  return ms === null ? null : ms + begins.afterMs;
}

/** Something of a scenario that is due: a step, by its place, or the end of a cut that was for so long. */
export type Due = { tMs: number } & ({ step: number } | { restore: true });

/** A step that has not come, the line of the file where it stands, and what it waits for. */
export interface MissingStep {
  line: number;
  /** An event, or a time. */
  begins: string;
}

/** Says which steps of a scenario have come, each once. It has no clock: every call carries the run's log so far. */
export class StepRunner {
  readonly #steps: readonly ScenarioStep[];
  /** When each step came, ms; null for one that has not. */
  readonly #came: (number | null)[];
  /** When a cut that was for so long ends, ms. */
  #restoreMs = Infinity;
  #running: number | null = null;

  constructor({ steps }: Pick<Scenario, 'steps'>) {
    this.#steps = steps;
    this.#came = steps.map(() => null);
  }

  /** The step that began last, or that was shown again by hand; null before the first. */
  get running(): number | null {
    return this.#running;
  }

  /** When each step came, ms; null for one that has not. */
  get came(): readonly (number | null)[] {
    return this.#came;
  }

  /** What has come by nowMs and was not given before, in the order in which it came. */
  advance(log: EventLog, nowMs: number): Due[] {
    const due: Due[] = [];
    for (;;) {
      const next = this.#next(log);
      if (!next || next.tMs > nowMs) return due;
      due.push(next);
      this.#take(next);
    }
  }

  /** The next moment that is known now, ms; Infinity when all that is left waits for events. */
  nextMs(log: EventLog): number {
    return this.#next(log)?.tMs ?? Infinity;
  }

  /** By hand: the first step that has not come comes now; null when all have. */
  takeNext(nowMs: number): Due | null {
    const step = this.#came.findIndex((ms, i) => ms === null && i > (this.#running ?? -1));
    if (step === -1) return null;
    const due = { tMs: nowMs, step };
    this.#take(due);
    return due;
  }

  /** By hand: the step before the running one is shown again; null when there is none. */
  showPrevious(): number | null {
    if (this.#running === null || this.#running === 0) return null;
    this.#running -= 1;
    return this.#running;
  }

  /** The steps that have not come, in the order of the file. */
  missing(): MissingStep[] {
    return this.#steps.flatMap(({ line, begins }, i) => {
      if (this.#came[i] !== null) return [];
      const text = 'when' in begins ? formatEvent(begins.when) : formatDurationMs(begins.atMs);
      return [{ line, begins: text }];
    });
  }

  /** The earliest of what has not come; of one moment, what stands first in the file. */
  #next(log: EventLog): Due | null {
    let next: Due | null = null;
    this.#steps.forEach((step, i) => {
      if (this.#came[i] !== null) return;
      const tMs = stepMs(step, log);
      if (tMs !== null && tMs < (next?.tMs ?? Infinity)) next = { tMs, step: i };
    });
    const found = next as Due | null;
    if (this.#restoreMs !== Infinity && this.#restoreMs <= (found?.tMs ?? Infinity)) {
      return { tMs: this.#restoreMs, restore: true };
    }
    return found;
  }

  #take(due: Due): void {
    if ('restore' in due) {
      this.#restoreMs = Infinity;
      return;
    }
    this.#came[due.step] = due.tMs;
    this.#running = due.step;
    const step = this.#steps[due.step];
    if (step?.cutMs !== undefined) this.#restoreMs = due.tMs + step.cutMs;
    if (step?.restore) this.#restoreMs = Infinity;
  }
}
