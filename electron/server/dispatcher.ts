import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Endpoint, ServerEvent, WorkerModel } from '../ipc/server-port';
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
import type { Seated, Workers } from './workers/workers';

/** Answered at once, whoever sits where: without them a full server could not be looked at. */
const SEATLESS: ReadonlySet<Endpoint> = new Set(['/', '/status']);

/** When a refused client may try again, s. */
const RETRY_AFTER_S = 5;

export interface DispatcherParts {
  guard: Guard;
  prepare: Readonly<Record<Endpoint, PrepareHandler>>;
  workers: Workers;
  connections: Connections;
  /** An answer of which the client takes nothing for this long is ended, ms. */
  stallMs: number;
  /** Told of everything that happens to a request; `nowMs` of `performance.now()`. */
  heard: (event: ServerEvent) => void;
  log: (line: string) => void;
}

/** Takes every request: refuses it, answers it, or has it wait for a seat; and sees each to its end. */
export class Dispatcher {
  readonly figures = new Figures();
  /** Whoever waits or is worked on, in the order of coming. */
  readonly answers = new Map<number, Response>();
  readonly #waiting = new Map<number, Handler>();
  readonly #startedMs = performance.now();
  #clients = 0;

  constructor(private readonly parts: DispatcherParts) {}

  /** ms since the server started. */
  get nowMs(): number {
    return performance.now() - this.#startedMs;
  }

  receive(request: IncomingMessage, response: ServerResponse): void {
    this.parts.connections.inTurn(request.socket, () => this.#begin(request, response));
  }

  /** Another model or number of seats, from now on. */
  setWorkers(model: WorkerModel, seats: number): void {
    this.#pickUp(this.parts.workers.change(model, seats));
  }

  /** Ends the answer of one client. */
  drop(client: number): void {
    this.answers.get(client)?.abort('dropped');
  }

  #begin(request: IncomingMessage, response: ServerResponse): void {
    const client = ++this.#clients;
    try {
      const target = this.parts.guard.check(request);
      const { endpoint, query } = routeOf(target);
      const work = this.parts.prepare[endpoint](query);
      const { nowMs } = this;
      const answer = new Response(client, endpoint, target, nowMs, request, response, this.#closed);
      this.figures.opened(answer);
      if (SEATLESS.has(endpoint)) this.#work(answer, work);
      else this.#place(answer, work);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      response.once('close', () => {
        this.parts.heard(logEvent({ client, request, response }, 'refused', this.nowMs));
        this.parts.connections.answered(request.socket);
      });
      refuse(response, client, error);
    }
  }

  #place(answer: Response, work: Handler): void {
    const placed = this.parts.workers.arrive(answer.client);
    if (placed.kind === 'refused') {
      answer.markFailed('refused');
      const retry = ['Retry-After', String(RETRY_AFTER_S)];
      return refuse(
        answer.response,
        answer.client,
        new Refused(503, say('serve.refused.full'), retry),
      );
    }
    this.answers.set(answer.client, answer);
    if (placed.kind === 'seated') return this.#seat(answer, work);
    this.#waiting.set(answer.client, work);
    this.#tell(answer, 'queued', placed.place);
  }

  #pickUp(seated: readonly Seated[]): void {
    for (const { client } of seated) {
      const answer = this.answers.get(client);
      const work = this.#waiting.get(client);
      this.#waiting.delete(client);
      if (answer && work) this.#seat(answer, work);
    }
  }

  #seat(answer: Response, work: Handler): void {
    answer.seatedMs = this.nowMs;
    this.#tell(answer, 'seated');
    answer.response.setTimeout(this.parts.stallMs, () => {
      // A pause of our own is no fault of the client's.
      if (answer.blockedMs !== null) answer.abort('timed-out');
    });
    this.#work(answer, work);
  }

  #work(answer: Response, work: Handler): void {
    try {
      const working = work(answer);
      if (working) working.catch((error: unknown) => this.#failed(answer, error));
    } catch (error) {
      this.#failed(answer, error);
    }
  }

  #failed(answer: Response, error: unknown): void {
    if (error instanceof ClientGone || answer.closed) return;
    if (!(error instanceof Refused)) this.parts.log(`${answer.target}: ${String(error)}`);
    if (answer.status !== 0) return answer.abort('failed');
    answer.markFailed('failed');
    const refused = error instanceof Refused ? error : new Refused(500, say('serve.refused.fault'));
    refuse(answer.response, answer.client, refused);
  }

  readonly #closed = (answer: Response, ending: Ending): void => {
    const { connections, workers } = this.parts;
    const seat = workers.seatOf(answer.client);
    this.answers.delete(answer.client);
    this.#waiting.delete(answer.client);
    this.figures.closed(answer, ending === 'done');
    this.parts.heard(logEvent(answer, ending, this.nowMs, { seat }));
    this.#pickUp(workers.leave(answer.client));
    connections.answered(answer.request.socket);
  };

  #tell(answer: Response, kind: 'queued' | 'seated', place = 0): void {
    const seat = this.parts.workers.seatOf(answer.client);
    this.parts.heard(logEvent(answer, kind, this.nowMs, { seat, place }));
  }

  /** Tells of each client that has taken nothing for some time, once for each time that it stops. */
  tellBlocked(): void {
    const now = performance.now();
    for (const answer of this.answers.values()) {
      if (!answer.isBlockedLong(now)) continue;
      const seat = this.parts.workers.seatOf(answer.client);
      this.parts.heard(logEvent(answer, 'backpressure', this.nowMs, { seat }));
    }
  }
}
