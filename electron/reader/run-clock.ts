/** The run's clock as the window last told it: runMs at atMs of the wall clock, running at `speed`. */
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
    this.#latestMs = Math.max(this.#latestMs, runMs + (wallMs - atMs) * speed);
    return this.#latestMs;
  }

  /** Takes over a setting; what was run until now stays run. */
  set(setting: ClockSetting, wallMs: number): void {
    this.nowMs(wallMs);
    this.#setting = setting;
  }

  /** True while the clock does not stand still. */
  get running(): boolean {
    return this.#setting.speed > 0;
  }

  /** Wall milliseconds until the clock reads runMs; 0 when it has passed, Infinity while it stands still. */
  wallUntil(runMs: number, wallMs: number): number {
    const { runMs: base, atMs, speed } = this.#setting;
    if (runMs <= this.nowMs(wallMs)) return 0;
    return speed > 0 ? atMs + (runMs - base) / speed - wallMs : Infinity;
  }
}
