import type { Method } from '../delivery/types';
import { frameAt } from './frame';
import { factsAt, type LaneFacts } from './lane-facts';
import { planOfLog } from './logged-plan';
import { markKey, type Mark } from './marks';
import type { RunPlan } from './run-plan';
import type { RunLane, RunView, RunViewState } from './run-view';
import type { DownTime, RunLog } from './schema';

/** A run from its log: a view like that of a run that goes on, standing at whatever moment it is sought to. */
export class RecordedRun implements RunView {
  readonly plan: RunPlan;
  readonly lanes: readonly RunLane[];
  #log: RunLog;
  readonly #watchers = new Set<() => void>();
  readonly #midway: 'paused' | 'running';
  #state: RunViewState;

  /** Begins at its end, as a run does that has just ended; before that it is shown as `midway` says. */
  constructor(log: RunLog, midway: 'paused' | 'running' = 'paused') {
    this.#log = log;
    this.#midway = midway;
    this.plan = planOfLog(log);
    const { outages } = log.link;
    this.lanes = log.lanes.map((lane) => ({
      method: lane.method,
      log: lane,
      frameAt: (runMs) => frameAt({ log: lane, outages }, runMs),
    }));
    this.#state = this.#stateAt(log.lengthMs);
  }

  /** All that is known of the run; another object after its marks have changed. */
  get log(): RunLog {
    return this.#log;
  }

  /** Sets a mark, in the place of the one that it is another text of, or takes it away. */
  mark(mark: Mark, gone = false): void {
    const others = this.#log.marks.filter((other) => markKey(other) !== markKey(mark));
    const marks = gone ? others : [...others, mark].sort((a, b) => a.tMs - b.tMs);
    this.#log = { ...this.#log, marks };
    this.#state = { ...this.#state };
    for (const changed of this.#watchers) changed();
  }

  /** How far the run had come, ms. */
  get lengthMs(): number {
    return this.log.lengthMs;
  }

  state(): RunViewState {
    return this.#state;
  }

  shownMs(): number {
    return this.#state.shownMs ?? this.lengthMs;
  }

  /** Shows this moment, ms, kept within the run. */
  seek(shownMs: number): void {
    const to = Math.min(this.lengthMs, Math.max(0, shownMs));
    if (to === this.shownMs()) return;
    this.#state = this.#stateAt(to);
    for (const changed of this.#watchers) changed();
  }

  /** Outages that had begun by the moment shown; one that goes on then ends with it. */
  outages(): DownTime[] {
    const shownMs = this.shownMs();
    return this.log.link.outages
      .filter(({ fromMs }) => fromMs <= shownMs)
      .map((down) => (down.toMs > shownMs ? { ...down, toMs: shownMs, lasts: true } : down));
  }

  marks(): readonly Mark[] {
    return this.log.marks;
  }

  subscribe(changed: () => void): () => void {
    this.#watchers.add(changed);
    return () => this.#watchers.delete(changed);
  }

  #stateAt(shownMs: number): RunViewState {
    const atEnd = shownMs >= this.lengthMs;
    const lanes: Partial<Record<Method, LaneFacts>> = {};
    for (const lane of this.log.lanes) lanes[lane.method] = factsAt(lane, shownMs);
    const last = this.log.link.outages.at(-1);
    return {
      phase: atEnd && this.log.ended ? 'ended' : this.#midway,
      lanes,
      cut: atEnd && last?.byHand === true && last.lasts === true,
      shownMs: atEnd ? null : shownMs,
    };
  }
}
