/** Median and 95th percentile of what was measured, ms, and how often it was. */
export interface Spread {
  median: number;
  p95: number;
  count: number;
}

/** Counts measurements by whole ms, so that hours of them take no more room than their spread. */
export class Distribution {
  readonly #counts = new Map<number, number>();
  #count = 0;

  /** One measurement, ms. */
  add(ms: number): void {
    const whole = Math.round(ms);
    this.#counts.set(whole, (this.#counts.get(whole) ?? 0) + 1);
    this.#count += 1;
  }

  /** Over all measurements; null before the first. */
  get figures(): Spread | null {
    if (this.#count === 0) return null;
    const sorted = [...this.#counts].sort(([a], [b]) => a - b);
    return {
      median: quantile(sorted, this.#count, 0.5),
      p95: quantile(sorted, this.#count, 0.95),
      count: this.#count,
    };
  }
}

/** The least value that at least this share of all measurements does not exceed (nearest rank). */
function quantile(sorted: readonly [number, number][], count: number, share: number): number {
  let seen = 0;
  for (const [ms, times] of sorted) {
    seen += times;
    if (seen >= share * count) return ms;
  }
  return sorted.at(-1)?.[0] ?? 0;
}
