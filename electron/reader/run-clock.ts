/**
 * The run's clock as the window last told it: it stands at runMs until atMs of the wall clock (which may lie
 * ahead) and from then on runs at `speed`.
 */
export interface ClockSetting {
  runMs: number;
  atMs: number;
  speed: number;
}

/** Follows the run's clock in this process; all wall times are this process's `performance.now()`, ms. */
export class RunClock {
  #setting: ClockSetting = { runMs: 0, atMs: 0, speed: 0 };
  #latestMs = 0;

  /** Run time at a wall time, ms; never falls, even when a setting arrives late. */
  nowMs(wallMs: number): number {
    const { runMs, atMs, speed } = this.#setting;
    const passedMs = Math.max(0, wallMs - atMs) * speed;
    this.#latestMs = Math.max(this.#latestMs, runMs + passedMs);
    return this.#latestMs;
  }

  /** Takes over a setting; a run time that has been given out is never taken back. */
  set(setting: ClockSetting): void {
    this.#setting = setting;
  }

  /** Wall milliseconds for which the clock still stands: 0 while it runs, Infinity when it has been stopped. */
  standsFor(wallMs: number): number {
    const { atMs, speed } = this.#setting;
    return speed > 0 ? Math.max(0, atMs - wallMs) : Infinity;
  }

  /** Wall milliseconds until the clock reads runMs; 0 when it has passed, Infinity while it stands still. */
  wallUntil(runMs: number, wallMs: number): number {
    const { runMs: base, atMs, speed } = this.#setting;
    if (runMs <= this.nowMs(wallMs)) return 0;
    return speed > 0 ? atMs + (runMs - base) / speed - wallMs : Infinity;
  }
}
