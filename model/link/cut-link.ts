import type { Link, LinkSpec, Outage } from './types';

/** A link as it was with the hand on it: nothing crosses within `cuts` (ascending); without any it is the link itself. */
export function withCuts(link: Link, cuts: readonly Outage[]): Link {
  return cuts.length === 0 ? link : new CutLink(link, cuts);
}

/** Capacity and time are asked of the link itself, stretch by stretch between the cuts, and stay exact. */
class CutLink implements Link {
  readonly spec: LinkSpec;
  readonly seed: number;
  readonly #link: Link;
  readonly #cuts: readonly Outage[];
  /** The stretches between the cuts; the last one has no end. */
  readonly #ups: readonly Outage[];

  constructor(link: Link, cuts: readonly Outage[]) {
    this.spec = link.spec;
    this.seed = link.seed;
    this.#link = link;
    this.#cuts = joined(cuts);
    const starts = [0, ...this.#cuts.map(({ toMs }) => toMs)];
    const ends = [...this.#cuts.map(({ fromMs }) => fromMs), Infinity];
    this.#ups = starts.map((fromMs, i) => ({ fromMs, toMs: ends[i] ?? Infinity }));
  }

  rateAt(tMs: number): number {
    return this.#cuts.some((cut) => holds(cut, tMs)) ? 0 : this.#link.rateAt(tMs);
  }

  capacity(fromMs: number, toMs: number): number {
    let bytes = 0;
    for (const up of this.#ups) {
      if (fromMs >= up.toMs || toMs < up.fromMs) continue;
      bytes += this.#link.capacity(Math.max(fromMs, up.fromMs), Math.min(toMs, up.toMs));
    }
    return bytes;
  }

  timeToCarry(fromMs: number, bytes: number): number {
    if (bytes <= 0) return fromMs;
    let missing = bytes;
    for (const up of this.#ups) {
      if (fromMs >= up.toMs) continue;
      const startMs = Math.max(fromMs, up.fromMs);
      if (up.toMs === Infinity) return this.#link.timeToCarry(startMs, missing);
      const carried = this.#link.capacity(startMs, up.toMs);
      if (carried >= missing) return Math.min(up.toMs, this.#link.timeToCarry(startMs, missing));
      missing -= carried;
    }
    return Infinity;
  }

  tightestMs(fromMs: number, toMs: number, perMs: number): number {
    let [tightest, least, lead] = [fromMs, 0, 0];
    for (let tMs = fromMs; tMs < toMs;) {
      const nextMs = Math.min(toMs, this.changeAfter(tMs));
      const carriedPerMs = this.rateAt(tMs) / 1000;
      lead += (perMs - carriedPerMs) * (nextMs - tMs);
      if (carriedPerMs > 0 && lead <= least) [tightest, least] = [nextMs, lead];
      tMs = nextMs;
    }
    return tightest;
  }

  changeAfter(tMs: number): number {
    const edges = this.#cuts.flatMap(({ fromMs, toMs }) => [fromMs, toMs]);
    return Math.min(this.#link.changeAfter(tMs), ...edges.filter((edgeMs) => edgeMs > tMs));
  }

  outageAfter(tMs: number): Outage | null {
    const cut = this.#cuts.find(({ toMs }) => toMs > tMs);
    const own = this.#link.outageAfter(tMs);
    const first = cut && own && own.fromMs < cut.fromMs ? own : (cut ?? own);
    return first && this.#whole(first);
  }

  outagesUntil(untilMs: number): Outage[] {
    const cuts = this.#cuts.filter(({ fromMs }) => fromMs < untilMs);
    return joined([...this.#link.outagesUntil(untilMs), ...cuts]);
  }

  delayMs(chunkIndex: number): number {
    return this.#link.delayMs(chunkIndex);
  }

  /** The whole of an outage: with all that touches it, of the link's own and of the hand. */
  #whole({ fromMs, toMs }: Outage): Outage {
    const whole = { fromMs, toMs };
    for (let parts = this.#touching(whole); parts.length > 0; parts = this.#touching(whole)) {
      whole.fromMs = Math.min(whole.fromMs, ...parts.map((part) => part.fromMs));
      whole.toMs = Math.max(whole.toMs, ...parts.map((part) => part.toMs));
    }
    return whole;
  }

  /** Cuts and the link's own outages at either end of a stretch that reach beyond it. */
  #touching({ fromMs, toMs }: Outage): Outage[] {
    const atStart = this.#link.outageAfter(justBefore(fromMs));
    const atEnd = toMs === Infinity ? null : this.#link.outageAfter(toMs);
    return [...this.#cuts, atStart, atEnd].filter(
      (part): part is Outage =>
        part !== null &&
        part.fromMs <= toMs &&
        part.toMs >= fromMs &&
        (part.fromMs < fromMs || part.toMs > toMs),
    );
  }
}

/** The last moment before a time that can be told apart from it. */
const justBefore = (tMs: number): number => tMs - Math.max(tMs, 1) * Number.EPSILON;

const holds = ({ fromMs, toMs }: Outage, tMs: number): boolean => fromMs <= tMs && tMs < toMs;

/** Ascending and apart: those that touch or overlap are one. */
function joined(outages: readonly Outage[]): Outage[] {
  const apart: Outage[] = [];
  for (const { fromMs, toMs } of outages.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const last = apart.at(-1);
    if (last && fromMs <= last.toMs) last.toMs = Math.max(last.toMs, toMs);
    else if (toMs > fromMs) apart.push({ fromMs, toMs });
  }
  return apart;
}
