import type { Method } from '../delivery/types';
import type { LaneFrame } from './frame';
import type { LaneFacts } from './lane-facts';
import type { RunPlan } from './run-plan';
import type { Mark } from './marks';
import type { DownTime, LaneLog } from './schema';

/** How far a run has come. */
export type RunPhase = 'preparing' | 'ready' | 'running' | 'paused' | 'ended';

/** What changes seldom in a run: React renders it. A new object with every change, the same one between two. */
export interface RunViewState {
  phase: RunPhase;
  lanes: Partial<Record<Method, LaneFacts>>;
  /** The hand holds the link cut. */
  cut: boolean;
  /** The recorded moment that is shown in place of the newest, ms; null shows the newest. */
  shownMs: number | null;
}

/** One lane of a run that is drawn. */
export interface RunLane {
  readonly method: Method;
  /** Grows while the run goes on. */
  readonly log: LaneLog;
  /** The frame at a moment of the run's clock, ms; before the first sample an empty one. */
  frameAt(runMs: number): LaneFrame;
}

/** A run that is drawn, wherever it comes from: one that goes on now, a kept one, a lesson's. */
export interface RunView {
  /** Worked out once, before anything moves. */
  readonly plan: RunPlan;
  readonly lanes: readonly RunLane[];
  state(): RunViewState;
  /** The moment that the picture shows, ms. */
  shownMs(): number;
  /** Scheduled outages and cuts by hand that had begun by now, ascending. */
  outages(): readonly DownTime[];
  /** Captions as they were said, notes, chapters and steps so far, ascending. */
  marks(): readonly Mark[];
  /** Calls back after every change of `state`; returns the way to stop. */
  subscribe(changed: () => void): () => void;
}

/** What the players of a run show: a live run has its own, a kept one seeks in its media file. */
export interface RunPictures {
  /** The element to be placed in a lane's player; null when there is none. */
  pictureOf(method: Method): HTMLElement | null;
  /** Text consumed so far (the last few kB of it); null unless the source is text. */
  textOf(method: Method): string | null;
}
