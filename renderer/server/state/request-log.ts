import type { ServerEvent } from '../../../electron/ipc/server-port';

/** Events that are kept, for the exports; older ones are counted only. */
export const KEPT_EVENTS = 20_000;

/** One line of the log with its number, from 1, which never changes. */
export interface LogEntry {
  number: number;
  event: ServerEvent;
}

/** What was asked of the server, in order; bounded, so that it can run for hours. */
export class RequestLog {
  #events: ServerEvent[] = [];
  #forgotten = 0;
  #skipped = 0;

  /** Number of the newest entry; 0 when there is none. */
  get newest(): number {
    return this.#forgotten + this.#events.length;
  }

  /** Events that are in no export: older than is kept, or too many at once for the server to tell. */
  get missing(): number {
    return this.#forgotten + this.#skipped;
  }

  /** All that is kept, oldest first. */
  get events(): readonly ServerEvent[] {
    return this.#events;
  }

  add(events: readonly ServerEvent[], skipped: number): void {
    this.#events.push(...events);
    this.#skipped += skipped;
    // Cut now and then, not at each event: cutting moves all that is behind.
    if (this.#events.length <= KEPT_EVENTS * 1.1) return;
    const over = this.#events.length - KEPT_EVENTS;
    this.#events = this.#events.slice(over);
    this.#forgotten += over;
  }

  /** At most `most` entries from number `upTo` back, newest first. */
  entries(upTo: number, most: number): LogEntry[] {
    const last = Math.min(upTo, this.newest);
    const first = Math.max(this.#forgotten + 1, last - most + 1);
    const entries: LogEntry[] = [];
    for (let number = last; number >= first; number -= 1) {
      const event = this.#events[number - this.#forgotten - 1];
      if (event) entries.push({ number, event });
    }
    return entries;
  }
}
