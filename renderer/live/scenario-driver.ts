import { createStore, type StoreApi } from 'zustand/vanilla';
import { StepMarks } from '../../model/scenario/step-marks';
import { StepRunner, type Due, type MissingStep } from '../../model/scenario/step-runner';
import type { ScenarioRoom } from '../../model/scenario/schema';
import type { Scenario } from '../../model/scenario/types';
import type { StoryHost } from './story-host';

/** How far a scenario has come. */
export interface ScenarioProgress {
  /** The step that began last, or that is shown again; null before the first. */
  running: number | null;
  /** When each step came, ms of the run's clock; null for one that has not. */
  came: readonly (number | null)[];
  /** Nothing more comes. */
  over: boolean;
}

/** What is waited for without being told is looked for this often, ms of wall time. */
const LOOK_MS = 100;

/** Carries out the steps of a scenario in a run or in the Server room, each when the log there says that it has come. */
export class ScenarioDriver {
  readonly store: StoreApi<ScenarioProgress>;
  readonly #host: StoryHost;
  readonly #steps: Scenario['steps'];
  readonly #waits: boolean;
  readonly #go: (room: ScenarioRoom) => void;
  readonly #runner: StepRunner;
  readonly #marks = new StepMarks();
  readonly #stop: () => void;
  #marked = 0;
  #looking = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * `waits` is false where nobody is there to press a key: a step that pauses is then only marked. `go` shows another
   * room.
   */
  constructor(
    scenario: Pick<Scenario, 'steps'>,
    host: StoryHost,
    waits: boolean,
    go: (room: ScenarioRoom) => void = () => undefined,
  ) {
    this.#go = go;
    this.#host = host;
    this.#steps = scenario.steps;
    this.#waits = waits;
    this.#runner = new StepRunner(scenario);
    this.store = createStore<ScenarioProgress>(() => this.#progress(false));
    this.#stop = host.subscribe(() => this.#look());
  }

  /** The steps that have not come. */
  missing(): MissingStep[] {
    return this.#runner.missing();
  }

  /** By hand: the next step comes now, in a run that goes on; one that waits for a key goes on. */
  next(): void {
    const phase = this.#host.phase();
    if (phase === 'paused') {
      // A run stands while its room is not shown.
      this.#go(this.#host.room);
      return this.#host.continue();
    }
    if (phase !== 'running') return;
    const due = this.#runner.takeNext(this.#host.nowMs());
    if (due) this.#act(due);
    this.#look();
  }

  /** By hand: what the step before said and showed is there again; the link stays as it is. */
  previous(): void {
    const phase = this.#host.phase();
    if (phase !== 'running' && phase !== 'paused') return;
    const shown = this.#runner.showPrevious();
    const step = shown === null ? undefined : this.#steps[shown];
    if (!step) return;
    const { caption, stage } = step;
    this.#mark(
      {
        line: step.line,
        begins: step.begins,
        ...(caption !== undefined && { caption }),
        ...(stage && { stage }),
      },
      this.#host.nowMs(),
    );
    this.store.setState(this.#progress(false));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#stop();
  }

  #look(): void {
    const phase = this.#host.phase();
    if (this.#looking || phase === 'preparing' || phase === 'ready') return;
    this.#looking = true;
    const nowMs = this.#host.nowMs();
    const log = this.#host.log();
    for (const due of this.#runner.advance(log, nowMs)) this.#act(due);
    this.#looking = false;
    const over = this.#host.phase() === 'ended';
    this.store.setState(this.#progress(over));
    if (over) {
      this.#marks.end(this.#host.nowMs());
      return this.dispose();
    }
    this.#arm(this.#runner.nextMs(log) - nowMs);
  }

  /** Looks again when the next step is known to come, and at the latest after a moment. */
  #arm(runMs: number): void {
    clearTimeout(this.#timer);
    if (this.#host.phase() !== 'running') return;
    const wallMs = Math.ceil(runMs / this.#host.speed);
    this.#timer = setTimeout(() => this.#look(), Math.min(LOOK_MS, Math.max(0, wallMs)));
  }

  #act(due: Due): void {
    if ('restore' in due) return this.#host.restore();
    const step = this.#steps[due.step];
    if (!step) return;
    this.#mark(step, due.tMs);
    this.#host.act(step);
    if (step.room) this.#go(step.room);
    if (step.end) return this.#host.end();
    if (step.pause && this.#waits) this.#host.pause();
  }

  #mark(step: Scenario['steps'][number], tMs: number): void {
    this.#marks.came(step, tMs);
    for (const mark of this.#marks.marks.slice(this.#marked)) this.#host.addMark(mark);
    this.#marked = this.#marks.marks.length;
  }

  #progress(over: boolean): ScenarioProgress {
    return { running: this.#runner.running, came: [...this.#runner.came], over };
  }
}
