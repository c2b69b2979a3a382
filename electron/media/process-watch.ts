import { residentBytesOf } from '../process-memory';

/** What a child process may use; which limit it broke is named in the error. */
export interface ProcessLimits {
  /** Memory in use at one moment (resident), bytes. */
  memoryBytes: number;
  /** Time without any advance, ms. */
  stallMs: number;
}

/** A limit that a process broke. */
export type BrokenLimit = 'memory' | 'time';

/** How often a process is looked at, ms: in so long it can take about 100 MB more. */
const LOOK_MS = 50;

/**
 * Watches a process until `stop`, and tells once when it breaks a limit. Memory is looked at on Linux, where that
 * costs 20 us; a limit of the address space (ulimit -v) would count the stacks of threads that honest work has by the
 * dozen. Elsewhere `-max_alloc` and V8's own limit have to do.
 */
export class ProcessWatch {
  readonly #timer: NodeJS.Timeout;
  #advancedMs = performance.now();

  constructor(pid: number, limits: ProcessLimits, onBroken: (limit: BrokenLimit) => void) {
    this.#timer = setInterval(() => {
      const memory = residentBytesOf(pid) > limits.memoryBytes;
      if (!memory && performance.now() - this.#advancedMs < limits.stallMs) return;
      this.stop();
      onBroken(memory ? 'memory' : 'time');
    }, LOOK_MS);
    this.#timer.unref();
  }

  /** The process got on with its work. */
  advance(): void {
    this.#advancedMs = performance.now();
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
