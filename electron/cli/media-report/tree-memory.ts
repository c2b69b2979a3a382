import { readFileSync } from 'node:fs';
import { residentBytesOf } from '../../process-memory';

/** How often memory is looked at, ms. */
const LOOK_MS = 20;

/**
 * Memory of the processes that this one has started, and they in turn, while something goes on: the most that they
 * had at one moment, bytes. Linux only; null elsewhere.
 */
export class TreeMemory {
  #peakBytes = 0;
  readonly #timer = setInterval(() => this.#look(), LOOK_MS);

  /** Ends looking; the most that was seen. */
  stop(): number | null {
    clearInterval(this.#timer);
    this.#look();
    return process.platform === 'linux' ? this.#peakBytes : null;
  }

  #look(): void {
    const bytes = descendantsOf(process.pid).reduce((sum, pid) => sum + residentBytesOf(pid), 0);
    this.#peakBytes = Math.max(this.#peakBytes, bytes);
  }
}

function descendantsOf(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    const pids = children === '' ? [] : children.split(' ').map(Number);
    return pids.flatMap((each) => [each, ...descendantsOf(each)]);
  } catch {
    return [];
  }
}
