/**
 * Where a player of frames is, seconds of capture time: it moves with the clock that it is asked by, at its pace, and
 * stands at the end of what it has. What it loses there is lost, and nothing is left out.
 */
export class Playhead {
  #positionS = 0;
  #reachS = 0;
  #rate = 1;
  /** Since when it moves on; null while it stands. */
  #sinceMs: number | null = null;
  /** Since when it has stood at the end of what it has; null while it has not. */
  #drySinceMs: number | null = null;

  get moving(): boolean {
    return this.#sinceMs !== null;
  }

  get rate(): number {
    return this.#rate;
  }

  /** The end of what there is to play, seconds. */
  get reachS(): number {
    return this.#reachS;
  }

  /** Since when it has had nothing to play, on the clock it is asked by, ms; null while it has. */
  get drySinceMs(): number | null {
    return this.#drySinceMs;
  }

  /** Where it is at nowMs. */
  at(nowMs: number): number {
    if (this.#sinceMs === null) return this.#positionS;
    const dueS = this.#positionS + ((nowMs - this.#sinceMs) / 1000) * this.#rate;
    if (dueS >= this.#reachS) {
      const overMs = ((dueS - this.#reachS) * 1000) / this.#rate;
      this.#drySinceMs ??= Math.max(nowMs - overMs, this.#sinceMs);
    }
    this.#positionS = Math.min(Math.max(this.#reachS, this.#positionS), dueS);
    this.#sinceMs = nowMs;
    return this.#positionS;
  }

  /** From nowMs on there is something to play up to this second. */
  extend(reachS: number, nowMs: number): void {
    if (reachS <= this.#reachS) return;
    this.at(nowMs);
    this.#reachS = reachS;
    this.#drySinceMs = null;
  }

  play(nowMs: number): void {
    this.#sinceMs ??= nowMs;
  }

  pause(nowMs: number): void {
    this.at(nowMs);
    this.#sinceMs = null;
    this.#drySinceMs = null;
  }

  /** Moves on to a later moment; an earlier one is ignored. */
  jumpTo(seconds: number, nowMs: number): void {
    this.#positionS = Math.max(this.at(nowMs), Math.min(seconds, this.#reachS));
  }

  /** From nowMs on it moves so much faster than the clock. */
  setRate(rate: number, nowMs: number): void {
    this.at(nowMs);
    this.#rate = rate;
  }

  /** When it will be at a moment further on, ms of the same clock; Infinity while it stands. */
  whenAt(seconds: number, nowMs: number): number {
    if (!this.moving) return Infinity;
    return nowMs + (Math.max(0, seconds - this.at(nowMs)) * 1000) / this.#rate;
  }
}
