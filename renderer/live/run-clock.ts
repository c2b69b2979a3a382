/** The clock of one run, ms: monotonic, wall time times the run's speed, standing still while paused. */
export class RunClock {
  readonly speed: number;
  readonly #wallMs: () => number;
  readonly #watchers = new Set<() => void>();
  #runMs = 0;
  /** Wall time from which it runs on from #runMs; null while it stands. */
  #sinceMs: number | null = null;

  /** `wallMs` is `performance.now` of the window. */
  constructor(speed: number, wallMs: () => number) {
    this.speed = speed;
    this.#wallMs = wallMs;
  }

  /** True while it runs. */
  get running(): boolean {
    return this.#sinceMs !== null;
  }

  /** What it reads now; before the wall time given to `start` it stands. */
  nowMs(): number {
    return this.#sinceMs === null ? this.#runMs : this.#at(this.#wallMs());
  }

  /** Runs on from where it stands, from the wall time `atMs` on. */
  start(atMs: number): void {
    this.#sinceMs = atMs;
    this.#tell();
  }

  /** Stands still; returns the moment. */
  stop(): number {
    this.#runMs = this.nowMs();
    this.#sinceMs = null;
    this.#tell();
    return this.#runMs;
  }

  /** Wall milliseconds until it reads `runMs`; 0 when it has, Infinity while it stands. */
  wallUntil(runMs: number): number {
    if (runMs <= this.nowMs()) return 0;
    if (this.#sinceMs === null) return Infinity;
    return this.#sinceMs + (runMs - this.#runMs) / this.speed - this.#wallMs();
  }

  /** Calls back whenever it starts or stops; the returned function ends that. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  #at(wallMs: number): number {
    return this.#runMs + Math.max(0, wallMs - (this.#sinceMs ?? wallMs)) * this.speed;
  }

  #tell(): void {
    for (const watcher of this.#watchers) watcher();
  }
}
