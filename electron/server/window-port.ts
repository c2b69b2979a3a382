import { toServerSchema, type FromServer, type ServerEvent } from '../ipc/server-port';
import { residentBytes } from '../process-memory';
import { cannotListen } from './http/listen';
import { clientsSnapshot } from './status';
import { WindowPictures } from './feed/window-pictures';
import type { Server } from './server';

/** Five snapshots a second, ms. */
const EVERY_MS = 200;

/** And at once when something happens, but never closer together than this, ms. */
const APART_MS = 40;

/** More events than this at a time are counted only. */
const MAX_EVENTS = 1000;

/** A change of the process's memory that is worth a snapshot of its own, bytes. */
const WORTH_BYTES = 256 * 1024;

/** Tells the window what the server does: events and snapshots; and does what the window asks. */
export class WindowPort {
  #server: Server | null = null;
  #events: ServerEvent[] = [];
  #skipped = 0;
  #timer: NodeJS.Timeout | undefined;
  /** Something happened: a snapshot of it will be told. */
  #soon: NodeJS.Timeout | null = null;
  #toldMs = 0;
  #wasBusy = true;
  #rssBytes = 0;

  /** The pictures of its camera. */
  readonly pictures: WindowPictures;

  constructor(private readonly post: (message: FromServer) => void) {
    this.pictures = new WindowPictures(post);
  }

  /** The server listens: from now on the window hears of it. */
  open(server: Server, port: number, origin: string): void {
    this.#server = server;
    const { baselineRssBytes } = server;
    this.post({ type: 'listening', url: origin, port, pid: process.pid, baselineRssBytes });
    this.#timer = setInterval(() => this.#tick(server), EVERY_MS);
    this.#tick(server);
  }

  /** Something happened to a request. */
  readonly heard = (event: ServerEvent): void => {
    if (this.#events.length < MAX_EVENTS) this.#events.push(event);
    else this.#skipped++;
    this.#tellSoon();
  };

  /** Does what the window says; what it cannot mean is ignored. */
  obey(message: unknown): void {
    const told = toServerSchema.safeParse(message);
    if (!told.success || !this.#server) return;
    const { data } = told;
    switch (data.type) {
      case 'workers':
        this.#server.dispatcher.setWorkers(data.model, data.seats, data.watchdogMs);
        break;
      case 'drop':
        this.#server.dispatcher.drop(data.client);
        break;
      case 'feed-source':
        this.#server.showOnFeed(data.source);
        break;
      case 'frame':
        // Twenty a second: the next snapshot counts it.
        return this.pictures.take(data.id, data.data);
      case 'camera-gone':
        this.pictures.gone(data.detail);
        break;
    }
    this.#tellSoon();
  }

  /** The server could not begin. */
  failed(port: number, error: unknown): void {
    this.post({ type: 'failed', message: cannotListen(port, error) });
  }

  close(): void {
    clearInterval(this.#timer);
    if (this.#soon) clearTimeout(this.#soon);
  }

  /** Tells while there is someone to tell of, once more when the last one has gone, and when memory changes. */
  #tick(server: Server): void {
    server.dispatcher.tellBlocked();
    const isBusy = server.dispatcher.responses.size > 0 || server.broadcaster.on;
    const rssChange = Math.abs(residentBytes() - this.#rssBytes);
    if (isBusy || this.#wasBusy || rssChange >= WORTH_BYTES) this.#tell(server);
    this.#wasBusy = isBusy;
  }

  #tellSoon(): void {
    const server = this.#server;
    if (!server) return;
    const waitMs = Math.max(0, this.#toldMs + APART_MS - performance.now());
    this.#soon ??= setTimeout(() => this.#tell(server), waitMs);
  }

  #tell(server: Server): void {
    if (this.#soon) clearTimeout(this.#soon);
    this.#soon = null;
    this.#toldMs = performance.now();
    if (this.#events.length > 0) {
      this.post({ type: 'events', events: this.#events, skipped: this.#skipped });
      this.#events = [];
      this.#skipped = 0;
    }
    const { dispatcher, workers, feed, connections } = server;
    this.#rssBytes = residentBytes();
    this.post({
      type: 'snapshot',
      tMs: dispatcher.nowMs,
      model: workers.model,
      watchdogMs: dispatcher.watchdogMs,
      seats: Number.isFinite(workers.capacity) ? workers.capacity : 0,
      clients: clientsSnapshot(dispatcher, workers),
      endpoints: dispatcher.figures.all(dispatcher.responses.values()),
      rssBytes: this.#rssBytes,
      connections: connections.count,
      feed,
    });
  }
}
