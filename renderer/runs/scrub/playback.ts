import { useEffect, useMemo } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RecordedRun } from '../../../model/run/recorded-run';
import {
  breakBetween,
  momentsOf,
  nextMoment,
  type Break,
  type Moment,
} from '../../../model/runs/moments';

/** How fast a kept run may be played: times the run's own clock. */
export const RATES = [0.1, 0.25, 0.5, 1, 2, 4, 8, 16] as const;
export type Rate = (typeof RATES)[number];

/** Moments closer than this are one step, ms. */
const SAME_MS = 0.5;

interface PlaybackState {
  /** 1 forward, -1 back, 0 stands. */
  direction: 1 | 0 | -1;
  rate: Rate;
  /** What playing pauses at; null plays through. */
  breakAt: Break | null;
}

/** Plays a kept run: moves its shown moment with the time of the wall, and pauses where it is to. */
export class Playback {
  readonly store: StoreApi<PlaybackState> = createStore(() => ({
    direction: 0,
    rate: 1,
    breakAt: null,
  }));
  readonly #run: RecordedRun;
  readonly #frame: (then: (wallMs: number) => void) => number;
  #wallMs: number | null = null;
  #asked = 0;
  #moments: { of: RecordedRun['log']; all: Moment[] } | null = null;

  /** `frame` calls back with the next picture of the page, at the wall's ms. */
  constructor(
    run: RecordedRun,
    frame = (then: (wallMs: number) => void) => requestAnimationFrame(then),
  ) {
    this.#run = run;
    this.#frame = frame;
  }

  /** Plays in a direction; at the end of it again from the other end. */
  play(direction: 1 | -1): void {
    const { lengthMs } = this.#run;
    const shownMs = this.#run.shownMs();
    if (direction === 1 && shownMs >= lengthMs) this.#run.seek(0);
    if (direction === -1 && shownMs <= 0) this.#run.seek(lengthMs);
    this.store.setState({ direction });
    this.#wallMs = null;
    this.#next();
  }

  /** Stands where it is. */
  pause(): void {
    this.store.setState({ direction: 0 });
    this.#asked += 1;
  }

  /** Plays on, or stands. */
  toggle(): void {
    if (this.store.getState().direction === 0) this.play(1);
    else this.pause();
  }

  /** Shows a moment; what plays goes on from there. */
  jump(tMs: number): void {
    this.#run.seek(tMs);
  }

  /** Shows the next moment at which something happens, or the one before, and stands there. */
  step(direction: 1 | -1): void {
    this.pause();
    const moment = nextMoment(this.#all, this.#run.shownMs(), direction, SAME_MS);
    if (moment) this.#run.seek(moment.tMs);
  }

  /** Moves by so many ms and stands there. */
  move(deltaMs: number): void {
    this.pause();
    this.#run.seek(this.#run.shownMs() + deltaMs);
  }

  setRate(rate: Rate): void {
    this.store.setState({ rate });
  }

  setBreak(breakAt: Break | null): void {
    this.store.setState({ breakAt });
  }

  /** When playing forward would pause next; null when it would not. */
  nextBreak(): number | null {
    const { breakAt } = this.store.getState();
    if (breakAt === null) return null;
    const of = this.#all.filter(({ kind }) => kind === breakAt);
    return nextMoment(of, this.#run.shownMs(), 1)?.tMs ?? null;
  }

  /** What happens in the run, worked out again when a note has come. */
  get #all(): Moment[] {
    const { log } = this.#run;
    if (this.#moments?.of !== log) this.#moments = { of: log, all: momentsOf(log) };
    return this.#moments.all;
  }

  #next(): void {
    const mine = ++this.#asked;
    this.#frame((wallMs) => {
      if (mine === this.#asked) this.#advance(wallMs);
    });
  }

  #advance(wallMs: number): void {
    const { direction, rate, breakAt } = this.store.getState();
    if (direction === 0) return;
    const passedMs = (wallMs - (this.#wallMs ?? wallMs)) * rate * direction;
    this.#wallMs = wallMs;
    const fromMs = this.#run.shownMs();
    const toMs = fromMs + passedMs;
    const stop = breakAt && breakBetween(this.#all, breakAt, fromMs, toMs);
    this.#run.seek(stop?.tMs ?? toMs);
    const over = direction === 1 ? toMs >= this.#run.lengthMs : toMs <= 0;
    if (over || stop) this.pause();
    else this.#next();
  }
}

/** Plays the run while its page is shown. */
export function usePlayback(run: RecordedRun): Playback {
  const playback = useMemo(() => new Playback(run), [run]);
  useEffect(() => () => playback.pause(), [playback]);
  return playback;
}
