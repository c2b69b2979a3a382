import { say } from '../../words';
import type { LaneProgress } from '../../ipc/contract';

/** Back to the line's beginning, and what stood there erased (ECMA-48). */
const ERASE = '\r\x1b[K';

/** Whether a run tells how far it is: to a person at a terminal who has not asked for quiet. */
export function tellsProgress(quiet: boolean, output: { isTTY?: boolean }): boolean {
  return !quiet && output.isTTY === true;
}

/** Every lane's position and share of the film, no longer than `columns` characters leave room for. */
export function progressLine(lanes: readonly LaneProgress[], columns: number): string {
  const cells = lanes.map(({ method, positionS, share }) =>
    share === null
      ? say('cli.progress.live', { method, seconds: positionS.toFixed(1) })
      : say('cli.progress.film', {
          method,
          seconds: positionS.toFixed(1),
          percent: Math.floor(100 * share),
        }),
  );
  // A line as wide as the terminal would be broken in two, and only one of them be written over.
  return cells.join('  ').slice(0, Math.max(0, columns - 1));
}

/** One line of a terminal that is written over in place, between lines that stay. */
export class ProgressLine {
  #isThere = false;

  constructor(private readonly write: (text: string) => void) {}

  /** Puts this in the place of what the line said before. */
  show(line: string): void {
    this.write(`${ERASE}${line}`);
    this.#isThere = true;
  }

  /** Makes room for a line that stays. */
  clear(): void {
    if (this.#isThere) this.write(ERASE);
    this.#isThere = false;
  }
}
