import type { Mark } from '../../model/run/marks';
import type { RunPhase } from '../../model/run/run-view';
import type { EventLog } from '../../model/scenario/events';
import type { ScenarioRoom } from '../../model/scenario/schema';
import type { ScenarioStep } from '../../model/scenario/types';
import type { LiveRun } from './types';

/** What a scenario is carried out in: a run of Compare, or the Server room. */
export interface StoryHost {
  /** The room in which it is seen. */
  readonly room: ScenarioRoom;
  /** How much faster than the wall its clock runs. */
  readonly speed: number;
  phase(): RunPhase;
  /** Its clock, ms; stands still while paused and after the end. */
  nowMs(): number;
  /** What has happened so far. */
  log(): EventLog;
  /** Calls back after every change of the phase, and more often; returns the way to stop. */
  subscribe(changed: () => void): () => void;
  /** What a step says or shows from a moment on; it may still be given its end. */
  addMark(mark: Mark): void;
  /** What a step does to the link or to clients. */
  act(step: ScenarioStep): void;
  /** A cut that was for so long is over. */
  restore(): void;
  pause(): void;
  continue(): void;
  end(): void;
}

/** A live run as what a scenario is carried out in. */
export function hostOfRun(run: LiveRun): StoryHost {
  return {
    room: 'compare',
    speed: run.plan.settings.speed,
    phase: () => run.state().phase,
    nowMs: () => run.nowMs(),
    log: () => ({ lanes: run.lanes.map((lane) => lane.log), outages: run.outages() }),
    subscribe: (changed) => run.subscribe(changed),
    addMark: (mark) => run.addMark(mark),
    act({ cutMs, restore, rate }) {
      if (cutMs !== undefined) run.setCut(true);
      if (restore) run.setCut(false);
      if (rate !== undefined) run.setRate(rate);
    },
    restore: () => run.setCut(false),
    pause: () => run.pause(),
    continue: () => run.continue(),
    end: () => run.end(),
  };
}
