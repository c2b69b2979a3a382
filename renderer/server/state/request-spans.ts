import type { Endpoint, ServedClient, ServerEvent } from '../../../electron/ipc/server-port';
import { endpointOf } from '../../services/endpoint-glyph';
import { endsRequest } from '../log/common-log-format';

/** One client at the server, from its coming to its leaving, ms since the server's start. */
export interface RequestSpan {
  client: number;
  endpoint: Endpoint;
  cameMs: number;
  /** When it was picked up; null while it waits, and when it left before. */
  seatedMs: number | null;
  /** Null in async and while it waits. */
  seat: number | null;
  /** Since when it has that seat: async has none, and gives them when it is switched to another model. */
  seatFromMs: number | null;
  leftMs: number | null;
}

/** Passages that are kept, besides those that still go on. */
const MAX_SPANS = 2000;

/** Who was at the server, by its events and, where some were left out, by its snapshots. */
export class RequestSpans {
  readonly #all = new Map<number, RequestSpan>();

  /** `keepMs`: what ended longer ago is forgotten. */
  constructor(private readonly keepMs: number) {}

  /** In order of coming. */
  list(): RequestSpan[] {
    return [...this.#all.values()];
  }

  event(event: ServerEvent): void {
    const { kind, client, target, tMs, seat, waitedMs, tookMs } = event;
    const endpoint = endpointOf(target);
    const cameMs = tMs - waitedMs - tookMs;
    const passage = this.#of({ client, endpoint, cameMs });
    if (kind === 'seated') pickUp(passage, tMs, seat);
    if (!endsRequest(event)) return;
    // Whoever is refused does not wait, however long that took.
    if (kind === 'refused') passage.cameMs = tMs;
    if (tookMs > 0) pickUp(passage, tMs - tookMs, seat);
    passage.leftMs = Math.min(passage.leftMs ?? tMs, tMs);
  }

  snapshot(tMs: number, clients: readonly ServedClient[]): void {
    const there = new Set<number>();
    for (const { client, endpoint, arrivedMs, seatedMs, seat } of clients) {
      there.add(client);
      const passage = this.#of({ client, endpoint, cameMs: arrivedMs });
      if (seatedMs !== null) pickUp(passage, seatedMs, seat);
      if (passage.seat === null && seat !== null) takeSeat(passage, tMs, seat);
    }
    for (const passage of this.#all.values()) {
      if (!there.has(passage.client)) passage.leftMs ??= tMs;
    }
    this.#forget(tMs - this.keepMs);
  }

  #of({
    client,
    endpoint,
    cameMs,
  }: Pick<RequestSpan, 'client' | 'endpoint' | 'cameMs'>): RequestSpan {
    const known = this.#all.get(client);
    if (known) return known;
    const made: RequestSpan = {
      ...{ client, endpoint, cameMs, seatedMs: null, leftMs: null },
      ...{ seat: null, seatFromMs: null },
    };
    this.#all.set(client, made);
    return made;
  }

  #forget(beforeMs: number): void {
    let over = this.#all.size - MAX_SPANS;
    for (const { client, leftMs } of this.#all.values()) {
      if (leftMs === null || (leftMs >= beforeMs && over <= 0)) continue;
      this.#all.delete(client);
      over -= 1;
    }
  }
}

/** The first that tells of it is believed; events may come after the snapshot that shows what they tell. */
function pickUp(passage: RequestSpan, tMs: number, seat: number | null): void {
  if (passage.seatedMs !== null) return;
  passage.seatedMs = tMs;
  if (seat !== null) takeSeat(passage, tMs, seat);
}

function takeSeat(passage: RequestSpan, tMs: number, seat: number): void {
  passage.seat = seat;
  passage.seatFromMs = tMs;
}
