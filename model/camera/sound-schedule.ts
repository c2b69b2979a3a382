/** Sound that is due within this much of the end of the sound before it follows on it without a seam, seconds. */
const SEAM_S = 0.02;

/** When a piece of sound begins. */
export interface ScheduledSound {
  /** On the clock of the output, seconds. */
  atS: number;
  /** How much later than due, seconds; earlier when negative. */
  offS: number;
}

/**
 * Places pieces of sound on the clock of an output: each begins where the one before it ends, as long as that keeps
 * to the picture; otherwise it begins when it is due. What is over before now is left out.
 */
export class SoundSchedule {
  #endS: number | null = null;

  /**
   * A piece that is due at dueS and lasts so long, seconds on the output's clock; null when it comes too late, or is
   * due at no moment.
   */
  place(dueS: number, durationS: number, nowS: number): ScheduledSound | null {
    if (!Number.isFinite(dueS)) return null;
    const endS = this.#endS;
    const joins = endS !== null && endS >= nowS && Math.abs(endS - dueS) <= SEAM_S;
    const atS = joins ? endS : Math.max(dueS, nowS);
    // Sound that would begin this late is no longer in step.
    if (atS - dueS > SEAM_S) {
      this.#endS = null;
      return null;
    }
    this.#endS = atS + durationS;
    return { atS, offS: atS - dueS };
  }

  /** What follows begins anew. */
  reset(): void {
    this.#endS = null;
  }
}
