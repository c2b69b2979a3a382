import { request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isAppUrl } from '../ipc/app-url';
import { BOX_SETTINGS, type BoxedAnswer, type BoxSettings } from '../ipc/box-port';
import { Connections } from '../server/http/connections';
import { Guard } from '../server/http/guard';
import { listen } from '../server/http/listen';
import { refuse, Refused } from '../server/http/refused';
import { say } from '../words';
import { Carriage, passedHeaders } from './boxed-answer';

/** Connections at once; the memory of the box is bounded by them and by what each gathers. */
const MAX_CONNECTIONS = 256;

/** Answers that are over and still told of. */
const MAX_ENDED = 100;

/** A box between the clients and our own server, on this computer's loopback: a proxy that may gather or compress. */
export class Box {
  settings: BoxSettings = BOX_SETTINGS;
  readonly #guard = new Guard();
  readonly #connections = new Connections(MAX_CONNECTIONS);
  readonly #carriages = new Map<number, Carriage>();
  readonly #target: URL;
  #http: Server | null = null;
  #lastId = 0;

  /** `target` is the server's own address; `changed` is called when there is something new to tell. */
  constructor(
    target: string,
    private readonly changed: () => void = () => undefined,
  ) {
    this.#target = new URL(target);
  }

  /** Listens on a port of the system's choice, or on this one; rejects when it cannot. */
  async listen(port = 0): Promise<{ port: number; origin: string }> {
    const { server, port: own } = await listen(port, this.#connections, (asked, client) =>
      this.#connections.inTurn(asked.socket, () => this.#carry(asked, client)),
    );
    this.#http = server;
    this.#guard.open(own);
    return { port: own, origin: `http://127.0.0.1:${own}` };
  }

  /** Every answer on its way, and those that ended last, in the order of coming. */
  get answers(): BoxedAnswer[] {
    return [...this.#carriages.values()].map(({ state, ageMs }) =>
      state.state === 'open' ? { ...state, ageMs } : { ...state },
    );
  }

  /** Ends everything; settles when nothing is left. */
  async close(): Promise<void> {
    const http = this.#http;
    const closed = http && new Promise<void>((resolve) => http.close(() => resolve()));
    this.#connections.destroyAll();
    await closed;
  }

  #carry(asked: IncomingMessage, client: ServerResponse): void {
    client.once('close', () => this.#connections.answered(asked.socket));
    let target: string;
    try {
      target = this.#guard.check(asked);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return refuse(client, 0, error);
    }
    const carriage = this.#begin(target);
    const { settings } = this;
    const upstream = request({
      ...{ host: this.#target.hostname, port: this.#target.port, method: asked.method },
      ...{ path: target, agent: false, headers: this.#headersFor(asked) },
    });
    // What the client no longer wants is not fetched on, and what breaks behind us breaks before us.
    client.once('close', () => {
      carriage.end('left');
      upstream.destroy();
    });
    upstream.on('response', (answer) => {
      answer.once('close', () => {
        if (answer.complete) return;
        carriage.end('broke');
        client.destroy();
      });
      answer.on('error', () => undefined);
      carriage.begin(answer, client, settings);
    });
    upstream.on('error', () => {
      carriage.end('broke');
      if (client.headersSent || client.destroyed) client.destroy();
      else refuse(client, 0, new Refused(502, say('serve.refused.noServerBehind')));
    });
    upstream.end();
  }

  #headersFor(asked: IncomingMessage): string[] {
    // Our own page may read through the box; any other origin was the box's own, and is none of the server's.
    const { origin } = asked.headers;
    const without = ['host', ...(origin !== undefined && isAppUrl(origin) ? [] : ['origin'])];
    const headers = passedHeaders(asked.rawHeaders, [...without, 'accept-encoding']);
    return ['Host', this.#target.host, 'Connection', 'close', ...headers];
  }

  #begin(target: string): Carriage {
    const carriage = new Carriage(++this.#lastId, target, this.changed);
    this.#carriages.set(this.#lastId, carriage);
    const ended = [...this.#carriages].filter(([, { state }]) => state.state !== 'open');
    for (const [id] of ended.slice(0, Math.max(0, ended.length - MAX_ENDED))) {
      this.#carriages.delete(id);
    }
    this.changed();
    return carriage;
  }
}
