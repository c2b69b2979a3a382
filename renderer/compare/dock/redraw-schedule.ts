import { useEffect, useReducer } from 'react';
import { flushSync } from 'react-dom';
import type { RunView } from '../../../model/run/run-view';

/** The parts of the dock that are redrawn in turn, never two in one frame. */
export const TURN_OF = { received: 0, occupancy: 1, memory: 2, spark: 3 } as const;
const PARTS = Object.keys(TURN_OF).length;

/** How often each part is redrawn while a run goes on, ms of wall time. */
const PERIOD_MS = 500;
/** The dock may take one part in this many of the window's time; a slow machine draws it less often. */
const SHARE = 9;
/** But never so seldom that the charts fall behind the lanes: on a busy machine a turn lasts long and costs little. */
const MAX_PAUSE_MS = 400;

/** How many times the part of this turn has been redrawn once `turns` turns have gone by. */
export function revisionAt(turns: number, turn: number): number {
  return Math.floor((turns + PARTS - 1 - turn) / PARTS);
}

/** How long to wait after a turn that took `costMs` of script. */
export function pauseAfter(costMs: number): number {
  return Math.min(MAX_PAUSE_MS, Math.max(PERIOD_MS / PARTS, costMs * SHARE) - costMs);
}

/** What the pacer needs of the window. */
export interface PacerHost {
  /** Redraws the part whose turn it is, and returns when that is done. */
  turn(): void;
  nowMs(): number;
  isHidden(): boolean;
  after(delayMs: number, run: () => void): () => void;
  onNextFrame(run: () => void): () => void;
}

/** Gives each part its turn: steadily while a run goes on, once round after a change. */
export class Pacer {
  private running = false;
  private owed = 0;
  private stopTimer = (): void => {};

  constructor(private readonly host: PacerHost) {}

  /** A run goes on, or no longer does; either way everything is drawn once more. */
  set(running: boolean): void {
    this.running = running;
    this.changed();
  }

  /** Something changed at once (a step, a new run): one round, a part a frame. */
  changed(): void {
    this.owed = PARTS;
    this.schedule(0);
  }

  stop(): void {
    this.stopTimer();
  }

  private schedule(costMs: number): void {
    this.stopTimer();
    if (this.owed > 0) this.stopTimer = this.host.onNextFrame(() => this.take());
    else if (this.running) {
      this.stopTimer = this.host.after(pauseAfter(costMs), () => this.take());
    } else this.stopTimer = () => {};
  }

  private take(): void {
    const began = this.host.nowMs();
    this.owed = Math.max(0, this.owed - 1);
    if (!this.host.isHidden()) this.host.turn();
    this.schedule(this.host.nowMs() - began);
  }
}

/** Counts the dock's turns: grows while the run goes on, and once round when the shown moment or phase changes. */
export function useTurns(run: RunView | null): number {
  const [turns, advance] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const pacer = new Pacer(windowHost(() => flushSync(advance)));
    let before = run?.state();
    pacer.set(before?.phase === 'running');
    const stop = run?.subscribe(() => {
      const now = run.state();
      if (now.phase !== before?.phase) pacer.set(now.phase === 'running');
      else if (now.shownMs !== before.shownMs) pacer.changed();
      before = now;
    });
    return () => {
      pacer.stop();
      stop?.();
    };
  }, [run]);
  return turns;
}

function windowHost(turn: () => void): PacerHost {
  return {
    turn,
    nowMs: () => performance.now(),
    isHidden: () => document.hidden,
    after(delayMs, run) {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
    onNextFrame(run) {
      const frame = requestAnimationFrame(run);
      return () => cancelAnimationFrame(frame);
    },
  };
}
