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
    if (down && !this.cut) this.#cuts.push({ fromMs: nowMs, toMs: Infinity, byHand: true });
    if (!down && last && this.cut) {
      last.toMs = nowMs;
      if (last.fromMs === nowMs) this.#cuts.pop();
    }
  }

  /** All that began before nowMs, ascending; one that still lasts ends at nowMs. */
  until(nowMs: number): DownTime[] {
    return this.known(nowMs).map((down) => ({ ...down, toMs: Math.min(down.toMs, nowMs) }));
  }

  /** The same with the ends that are known already: a scheduled one ends when it will, a cut at Infinity. */
  known(nowMs: number): DownTime[] {
    return [...this.#scheduledUntil(nowMs), ...this.#cuts]
      .filter((down) => down.fromMs < nowMs)
      .sort((a, b) => a.fromMs - b.fromMs);
  }

  /** What holds the link down at a moment, and since when without a break; null when it is up. */
  at(tMs: number): { byHand: boolean; sinceMs: number } | null {
    const all = [...this.#cuts, ...this.#scheduledUntil(tMs)];
    const holding = all.filter((down) => down.fromMs <= tMs && tMs < down.toMs);
    const [first] = holding;
    if (!first) return null;
    let sinceMs = first.fromMs;
    for (let earlier: DownTime | undefined = first; earlier;) {
      sinceMs = earlier.fromMs;
      earlier = all.find((down) => down.fromMs < sinceMs && down.toMs >= sinceMs);
    }
    return { byHand: first.byHand, sinceMs };
  }

  #scheduledUntil(tMs: number): DownTime[] {
    if (tMs >= this.#knownMs) {
      this.#knownMs = tMs + AHEAD_MS;
      const known = this.#link.outagesUntil(this.#knownMs);
      this.#scheduled = known.map((outage) => ({ ...outage, byHand: false }));
    }
    return this.#scheduled;
  }
}
