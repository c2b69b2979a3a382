import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Endpoint, ServerEvent, WorkerModel } from '../ipc/server-port';
import { SourceFailure } from '../reader/source-failure';
import { say } from '../words';
import {
  Response,
  type Ending,
  ClientGone,
  type PrepareHandler,
  type Handler,
} from './responses/response';
import { logEvent } from './log-event';
import { Figures } from './figures';
import type { Connections } from './http/connections';
import type { Guard } from './http/guard';
import { refuse, Refused } from './http/refused';
import { routeOf } from './http/route';
import { killAtMs, Watchdogs } from './workers/watchdog';
import type { Seated, Workers } from './workers/workers';

/** Answered at once, whoever sits where: without them a full server could not be looked at. */
const SEATLESS: ReadonlySet<Endpoint> = new Set(['/', '/watch', '/status']);

/** When a refused client may try again, s. */
const RETRY_AFTER_S = 5;

export interface DispatcherParts {
  guard: Guard;
  prepare: Readonly<Record<Endpoint, PrepareHandler>>;
  workers: Workers;
  connections: Connections;
  /** An answer of which the client takes nothing for this long is ended, ms. */
  stallMs: number;
  /** What a sync worker may take for an answer, ms; null for as long as it lasts. */
  watchdogMs: number | null;
  /** Told of everything that happens to a request; `nowMs` of `performance.now()`. */
  heard: (event: ServerEvent) => void;
  log: (line: string) => void;
}

/** Takes every request: refuses it, answers it, or has it wait for a seat; and sees each to its end. */
export class Dispatcher {
  readonly figures = new Figures();
  /** Whoever waits or is worked on, in the order of coming. */
  readonly responses = new Map<number, Response>();
  readonly #waiting = new Map<number, Handler>();
  readonly #startedMs = performance.now();
  readonly #watchdogs = new Watchdogs((client) => this.responses.get(client)?.abort('killed'));
  #watchdogMs: number | null;
  #clients = 0;

  constructor(private readonly parts: DispatcherParts) {
    this.#watchdogMs = parts.watchdogMs;
  }

  /** What a sync worker may take for an answer, ms; null for as long as it lasts. */
  get watchdogMs(): number | null {
    return this.#watchdogMs;
  }

  /** ms since the server started. */
  get nowMs(): number {
    return performance.now() - this.#startedMs;
  }

  receive(request: IncomingMessage, raw: ServerResponse): void {
    this.parts.connections.inTurn(request.socket, () => this.#begin(request, raw));
  }

  /** Another model, number of seats or watchdog, from now on; of an answer that goes on, since it was taken up. */
  setWorkers(model: WorkerModel, seats: number, watchdogMs = this.#watchdogMs): void {
    this.#watchdogMs = watchdogMs;
    this.#pickUp(this.parts.workers.change(model, seats));
    for (const response of this.responses.values()) this.#watch(response);
  }

  #watch({ client, seatedMs }: Response): void {
    if (seatedMs === null) return;
    const atMs = killAtMs(this.parts.workers.model, this.#watchdogMs, seatedMs);
    this.#watchdogs.set(client, atMs === null ? null : atMs - this.nowMs);
  }

  /** Ends the answer of one client. */
  drop(client: number): void {
    this.responses.get(client)?.abort('dropped');
  }

  #begin(request: IncomingMessage, raw: ServerResponse): void {
    const client = ++this.#clients;
    try {
      const target = this.parts.guard.check(request);
      const { endpoint, query } = routeOf(target);
      const work = this.parts.prepare[endpoint](query);
      const { nowMs } = this;
      const response = new Response(client, endpoint, target, nowMs, request, raw, this.#closed);
      this.figures.opened(response);
      if (SEATLESS.has(endpoint)) this.#work(response, work);
      else this.#place(response, work);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      raw.once('close', () => {
        this.parts.heard(logEvent({ client, request, raw }, 'refused', this.nowMs));
        this.parts.connections.answered(request.socket);
      });
      refuse(raw, client, error);
    }
  }

  #place(response: Response, work: Handler): void {
    const placed = this.parts.workers.arrive(response.client);
    if (placed.kind === 'refused') {
      response.markFailed('refused');
      const retry = ['Retry-After', String(RETRY_AFTER_S)];
      return refuse(
        response.raw,
        response.client,
        new Refused(503, say('serve.refused.full'), retry),
      );
    }
    this.responses.set(response.client, response);
    if (placed.kind === 'seated') return this.#seat(response, work);
    this.#waiting.set(response.client, work);
    this.#tell(response, 'queued', placed.place);
  }

  #pickUp(seated: readonly Seated[]): void {
    for (const { client } of seated) {
      const response = this.responses.get(client);
      const work = this.#waiting.get(client);
      this.#waiting.delete(client);
      if (response && work) this.#seat(response, work);
    }
  }

  #seat(response: Response, work: Handler): void {
    response.seatedMs = this.nowMs;
    this.#watch(response);
    this.#tell(response, 'seated');
    response.raw.setTimeout(this.parts.stallMs, () => {
      // A pause of our own is no fault of the client's.
      if (response.blockedMs !== null) response.abort('timed-out');
    });
    this.#work(response, work);
  }

  #work(response: Response, work: Handler): void {
    try {
      const working = work(response);
      if (working) working.catch((error: unknown) => this.#failed(response, error));
    } catch (error) {
      this.#failed(response, error);
    }
  }

  #failed(response: Response, error: unknown): void {
    if (error instanceof ClientGone || response.closed) return;
    if (error instanceof SourceFailure && error.code === 'memory-cap') {
      return response.abort('capped');
    }
    if (!(error instanceof Refused)) this.parts.log(`${response.target}: ${String(error)}`);
    if (response.status !== 0) return response.abort('failed');
    response.markFailed('failed');
    const refused = error instanceof Refused ? error : new Refused(500, say('serve.refused.fault'));
    refuse(response.raw, response.client, refused);
  }

  readonly #closed = (response: Response, ending: Ending): void => {
    const { connections, workers } = this.parts;
    const seat = workers.seatOf(response.client);
    this.responses.delete(response.client);
    this.#watchdogs.clear(response.client);
    this.#waiting.delete(response.client);
    this.figures.closed(response, ending === 'done');
    this.parts.heard(logEvent(response, ending, this.nowMs, { seat }));
    this.#pickUp(workers.leave(response.client));
    connections.answered(response.request.socket);
  };

  #tell(response: Response, kind: 'queued' | 'seated', place = 0): void {
    const seat = this.parts.workers.seatOf(response.client);
    this.parts.heard(logEvent(response, kind, this.nowMs, { seat, place }));
  }

  /** Tells of each client that has taken nothing for some time, once for each time that it stops. */
  tellBlocked(): void {
    const now = performance.now();
    for (const response of this.responses.values()) {
      if (!response.isBlockedLong(now)) continue;
      const seat = this.parts.workers.seatOf(response.client);
      this.parts.heard(logEvent(response, 'backpressure', this.nowMs, { seat }));
    }
  }
}
