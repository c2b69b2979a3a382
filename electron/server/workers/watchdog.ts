import type { WorkerModel } from '../../ipc/server-port';

/**
 * When the watchdog kills an answer whose worker took it up at `seatedMs`, on the same clock, ms; null for never. Only
 * a sync worker has one: it says that it lives between two requests and not during one, so an answer that lasts looks
 * to its master as if it hung. A thread or an event loop says so while its answers go on, however long they last.
 */
export function killAtMs(
  model: WorkerModel,
  watchdogMs: number | null,
  seatedMs: number,
): number | null {
  return model === 'sync' && watchdogMs !== null ? seatedMs + watchdogMs : null;
}

/** One timer an answer, each set for the moment at which its worker is killed. */
export class Watchdogs {
  readonly #timers = new Map<number, NodeJS.Timeout>();

  /** `kill` is called with the client whose answer has lasted too long. */
  constructor(private readonly kill: (client: number) => void) {}

  /** Kills in so many ms (0 at the next turn), in place of what was set before; null never does. */
  set(client: number, inMs: number | null): void {
    this.clear(client);
    if (inMs === null) return;
    const due = (): void => {
      this.#timers.delete(client);
      this.kill(client);
    };
    this.#timers.set(client, setTimeout(due, Math.max(0, inMs)).unref());
  }

  clear(client: number): void {
    clearTimeout(this.#timers.get(client));
    this.#timers.delete(client);
  }
}
