import type { RunClock } from './run-clock';

/** Longer waits are waited in parts: a timer of the window takes no more, ms. */
const MAX_MS = 1e9;

/** One alarm on the run's clock: it waits while the clock stands and never rings early. */
export class RunTimer {
  readonly #clock: RunClock;
  readonly #ring: () => void;
  readonly #unwatch: () => void;
  #dueMs: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(clock: RunClock, ring: () => void) {
    this.#clock = clock;
    this.#ring = ring;
    this.#unwatch = clock.watch(() => this.#arm());
  }

  /** Rings once when the clock reads `runMs`; a former alarm is forgotten. */
  set(runMs: number): void {
    this.#dueMs = runMs;
    this.#arm();
  }

  /** Forgets the alarm. */
  clear(): void {
    this.#dueMs = null;
    clearTimeout(this.#timer);
  }

  /** Forgets the alarm and the clock. */
  dispose(): void {
    this.clear();
    this.#unwatch();
  }

  #arm(): void {
    clearTimeout(this.#timer);
    if (this.#dueMs === null) return;
    const wallMs = this.#clock.wallUntil(this.#dueMs);
    if (wallMs === Infinity) return;
    this.#timer = setTimeout(() => this.#check(), Math.min(Math.ceil(wallMs), MAX_MS));
  }

  #check(): void {
    if (this.#dueMs === null) return;
    if (this.#clock.wallUntil(this.#dueMs) > 0) return this.#arm();
    this.#dueMs = null;
    this.#ring();
  }
}
