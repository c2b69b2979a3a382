import { idOfAgent, type ClientState } from '../../../electron/ipc/clients-port';
import type { ServedClient, ServerEvent } from '../../../electron/ipc/server-port';
import { endsRequest } from '../log/common-log-format';

/** Bytes in all at a moment, ms since the request. */
export interface DeliveryPoint {
  ms: number;
  bytes: number;
}

/** One answer from both of its ends: what the server had sent, and what its client had received. */
export interface Delivery {
  /** The server's number of the request. */
  client: number;
  target: string;
  /** When it was asked for, on the server's clock, ms. */
  askedMs: number;
  sent: DeliveryPoint[];
  received: DeliveryPoint[];
  /** Pieces that could be told apart as they came. */
  lumps: number;
  /** How it ended, at the server or by a connection that broke, and when; null while it goes on. */
  ended: { kind: ServerEvent['kind']; ms: number } | null;
}

/** Answers that are kept, and points of each curve of them. */
const MAX_DELIVERIES = 12;
const MAX_POINTS = 600;

/** The newest answers to clients of ours, as their two ends tell of them. */
export class Deliveries {
  readonly #all = new Map<number, Delivery>();

  /** In the order of asking. */
  list(): Delivery[] {
    return [...this.#all.values()];
  }

  /** What the server has sent by now. */
  snapshot(tMs: number, clients: readonly ServedClient[]): void {
    for (const { client, target, arrivedMs, sentBytes } of clients) {
      const delivery = this.#of(client, target, arrivedMs);
      add(delivery.sent, { ms: tMs - arrivedMs, bytes: sentBytes });
    }
  }

  events(events: readonly ServerEvent[]): void {
    for (const event of events) {
      const { kind, client, target, tMs, waitedMs, tookMs, sentBytes, userAgent } = event;
      if (!endsRequest(event) || idOfAgent(userAgent) === null) continue;
      const ms = waitedMs + tookMs;
      const delivery = this.#of(client, target, tMs - ms);
      add(delivery.sent, { ms, bytes: sentBytes });
      delivery.ended ??= { kind, ms };
    }
  }

  /** What has come: its newest byte at the moment at which the client itself read it. */
  clients(clients: readonly ClientState[]): void {
    for (const { client, receivedBytes, lastByteMs, lumps } of clients) {
      const delivery = client === null ? undefined : this.#all.get(client);
      if (!delivery || lastByteMs === null) continue;
      delivery.lumps = lumps;
      add(delivery.received, { ms: lastByteMs, bytes: receivedBytes });
    }
  }

  #of(client: number, target: string, askedMs: number): Delivery {
    const known = this.#all.get(client);
    if (known) return known;
    const made: Delivery = {
      ...{ client, target, askedMs, sent: [{ ms: 0, bytes: 0 }], received: [], lumps: 0 },
      ended: null,
    };
    this.#all.set(client, made);
    const [oldest] = this.#all.keys();
    if (this.#all.size > MAX_DELIVERIES && oldest !== undefined) this.#all.delete(oldest);
    return made;
  }
}

/** Keeps a curve ascending, without points that say nothing, and thins it where there are too many. */
function add(points: DeliveryPoint[], point: DeliveryPoint): void {
  const last = points.at(-1);
  if (last && (point.ms < last.ms || point.bytes < last.bytes)) return;
  // Of a level only its beginning and its end are needed.
  const before = points.at(-2);
  if (last && before && before.bytes === last.bytes && last.bytes === point.bytes) points.pop();
  points.push(point);
  if (points.length <= MAX_POINTS) return;
  const thinned = points.filter((_, i) => i % 2 === 0 || i === points.length - 1);
  points.splice(0, points.length, ...thinned);
}

/** Bytes at a moment, as a curve that rises where its points are; 0 before the first. */
export function bytesAtMs(points: readonly DeliveryPoint[], ms: number): number {
  return points.findLast((point) => point.ms <= ms)?.bytes ?? 0;
}
