/** Timers of Node hold at most this many milliseconds; a longer wait is waited in parts. */
const MAX_MS = 2 ** 31 - 1;

/** One wake-up at a time: setting it again replaces it, 0 ms means as soon as messages have been heard. */
export class OneShotTimer {
  #timer: NodeJS.Timeout | null = null;
  #immediate: NodeJS.Immediate | null = null;

  constructor(private readonly wake: () => void) {}

  in(ms: number): void {
    this.cancel();
    if (ms === Infinity) return;
    if (ms <= 0) this.#immediate = setImmediate(this.wake);
    else this.#timer = setTimeout(this.wake, Math.min(Math.ceil(ms), MAX_MS));
  }

  cancel(): void {
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#immediate) clearImmediate(this.#immediate);
    this.#timer = this.#immediate = null;
  }
}
