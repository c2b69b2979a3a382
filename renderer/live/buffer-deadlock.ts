/** Held back without being able to move for so many reports in a row, a lane is given more room. */
const STARVED_REPORTS = 3;

/** Finds a lane that waits for what its own rules hold back: a file whose index promised more than its player finds. */
export class Starvation {
  #reports = 0;

  /** Takes in one report; true when it was the last of enough in a row. */
  report(starved: boolean): boolean {
    this.#reports = starved ? this.#reports + 1 : 0;
    if (this.#reports < STARVED_REPORTS) return false;
    this.#reports = 0;
    return true;
  }
}
