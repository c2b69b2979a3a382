import type { FromServer, ServerEvent } from '../../../electron/ipc/server-port';
import { RequestSpans, type RequestSpan } from './request-spans';

/** The charts show this much, ms; what is older is forgotten. */
export const WINDOW_MS = 120_000;

/** Snapshots come five a second; a busy server sends more, and those in between are not kept. */
const SAMPLE_EVERY_MS = 150;

export type Snapshot = Extract<FromServer, { type: 'snapshot' }>;

/** What the server process had in memory at a moment. */
export interface MemorySample {
  tMs: number;
  rssBytes: number;
}

/** The last two minutes of a server, for the charts. */
export class History {
  readonly #passages = new RequestSpans(WINDOW_MS);
  #memory: MemorySample[] = [];

  get passages(): RequestSpan[] {
    return this.#passages.list();
  }

  get memory(): readonly MemorySample[] {
    return this.#memory;
  }

  events(events: readonly ServerEvent[]): void {
    for (const event of events) this.#passages.event(event);
  }

  snapshot({ tMs, clients, rssBytes }: Snapshot): void {
    this.#passages.snapshot(tMs, clients);
    const last = this.#memory.at(-1);
    if (last && tMs - last.tMs < SAMPLE_EVERY_MS) return;
    this.#memory.push({ tMs, rssBytes });
    // The last sample before the window begins is where its line comes from.
    const from = this.#memory.findIndex((sample) => sample.tMs >= tMs - WINDOW_MS);
    if (from > 1) this.#memory = this.#memory.slice(from - 1);
  }
}
