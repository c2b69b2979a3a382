import type { Link } from '../../model/link/types';
import type { DownTime } from '../../model/run/schema';

/** Scheduled outages are asked of the link this far ahead, ms. */
const AHEAD_MS = 60_000;

/** Everything that takes the link down: its own outages and cuts by hand, on the run's clock. */
export class Outages {
  readonly #link: Link;
  readonly #cuts: DownTime[] = [];
  #scheduled: DownTime[] = [];
  #knownMs = 0;
  /** Both, ascending; null after a cut has begun or ended, or more is known of the schedule. */
  #all: DownTime[] | null = null;

  constructor(link: Link) {
    this.#link = link;
  }

  /** True while the hand holds the link cut. */
  get cut(): boolean {
    return this.#cuts.at(-1)?.toMs === Infinity;
  }

  /** The hand cuts the link at nowMs, or joins it again. */
  setCut(down: boolean, nowMs: number): void {
    const last = this.#cuts.at(-1);
    this.#all = null;
    if (down && !this.cut) this.#cuts.push({ fromMs: nowMs, toMs: Infinity, byHand: true });
    if (!down && last && this.cut) {
      last.toMs = nowMs;
      if (last.fromMs === nowMs) this.#cuts.pop();
    }
  }

  /** All that had begun by nowMs, ascending, as a log holds them: one that still lasts ends at nowMs, and says so. */
  until(nowMs: number): DownTime[] {
    return this.known(nowMs)
      .filter((down) => down.fromMs <= nowMs)
      .map((down) => (down.toMs > nowMs ? { ...down, toMs: nowMs, lasts: true } : down));
  }

  /** All that is known at nowMs, ascending: a scheduled one ends when it will, a cut that lasts at Infinity. */
  known(nowMs: number): readonly DownTime[] {
    if (nowMs >= this.#knownMs) {
      this.#knownMs = nowMs + AHEAD_MS;
      const known = this.#link.outagesUntil(this.#knownMs);
      this.#scheduled = known.map((outage) => ({ ...outage, byHand: false }));
      this.#all = null;
    }
    this.#all ??= [...this.#scheduled, ...this.#cuts].sort((a, b) => a.fromMs - b.fromMs);
    return this.#all;
  }
}
