import type { Server as HttpServer } from 'node:http';
import type { FeedNow, FeedSource, ServerConfig, ServerEvent } from '../ipc/server-port';
import { settledResidentBytes } from '../process-memory';
import { say } from '../words';
import { bufferResponses } from './responses/buffer';
import { feedResponses } from './responses/feed';
import { filmResponses } from './responses/film';
import { pageResponses } from './responses/page';
import { statusResponses } from './responses/status';
import { streamResponses } from './responses/stream';
import { tableResponses } from './responses/table';
import { watchResponses } from './responses/watch';
import { Dispatcher } from './dispatcher';
import { FilmFiles } from './film-files';
import { FfmpegSource, fileInput, testInput } from './feed/ffmpeg-source';
import {
  type FrameSource,
  FeedBroadcaster,
  BROADCASTER_OPTIONS,
  type BroadcasterOptions,
} from './feed/broadcaster';
import { Connections } from './http/connections';
import { Guard } from './http/guard';
import { listen } from './http/listen';
import { Refused } from './http/refused';
import { statusOf } from './status';
import { Workers } from './workers/workers';

export interface ServerOptions {
  broadcaster: BroadcasterOptions;
  /** An answer of which the client takes nothing for this long is ended, ms. */
  stallMs: number;
  mostConnections: number;
  /** Another source of pictures than ffmpeg. */
  pictures: (() => FrameSource) | null;
  /** Pictures of the window's camera; null where there is no window. */
  camera: (() => FrameSource) | null;
  /** Told of everything that happens to a request. */
  heard: (event: ServerEvent) => void;
  /** One line for whoever looks after the server. */
  log: (line: string) => void;
}

export const SERVER_OPTIONS: ServerOptions = {
  broadcaster: BROADCASTER_OPTIONS,
  // Linux takes more only when a third of its 4 MB is free again: every 72 s from a client that reads 20 kB/s.
  stallMs: 180_000,
  mostConnections: 2048,
  pictures: null,
  camera: null,
  heard: () => undefined,
  log: () => undefined,
};

/** The server of the Server room: its files, its pictures, its workers, behind one port of this computer. */
export class Server {
  readonly dispatcher: Dispatcher;
  readonly broadcaster: FeedBroadcaster;
  readonly workers: Workers;
  readonly connections: Connections;
  readonly #guard = new Guard();
  readonly #pictures: (() => FrameSource) | null;
  readonly #camera: (() => FrameSource) | null;
  readonly #config: ServerConfig;
  readonly #films: FilmFiles;
  #feedSource: FeedSource;
  #http: HttpServer | null = null;
  #baselineRssBytes = 0;

  constructor(config: ServerConfig, options: Partial<ServerOptions> = {}) {
    const { broadcaster, stallMs, mostConnections, pictures, camera, heard, log } = {
      ...SERVER_OPTIONS,
      ...options,
    };
    this.#config = config;
    this.#feedSource = config.feedSource;
    this.#pictures = pictures;
    this.#camera = camera;
    this.workers = new Workers(config.model, config.seats, config.queueLimit);
    this.connections = new Connections(mostConnections);
    this.broadcaster = new FeedBroadcaster(() => this.#frameSource(), broadcaster, log);
    const files = () => this.#config;
    this.#films = new FilmFiles(files, config.ffmpegPath);
    const prepare = {
      '/': pageResponses(),
      '/buffer': bufferResponses(files),
      '/stream': streamResponses(files),
      '/table': tableResponses(),
      '/feed': feedResponses(this.broadcaster, () => this.#checkPictures()),
      '/film': filmResponses(this.#films),
      '/watch': watchResponses(),
      '/status': statusResponses(() => statusOf(this)),
    };
    const { workers, connections } = this;
    const guard = this.#guard;
    const parts = { guard, prepare, workers, connections, stallMs, heard, log };
    this.dispatcher = new Dispatcher({ ...parts, watchdogMs: config.watchdogMs });
  }

  /** Listens on the port of its configuration; rejects with one sentence when it cannot. */
  async listen(): Promise<{ port: number; origin: string }> {
    const asked = this.dispatcher.receive.bind(this.dispatcher);
    const { server, port } = await listen(this.#config.port, this.connections, asked);
    this.#http = server;
    this.#guard.open(port);
    this.#baselineRssBytes = settledResidentBytes();
    return { port, origin: `http://127.0.0.1:${port}` };
  }

  /** The address that it is bound to; null while it does not listen. */
  get address(): string | null {
    const address = this.#http?.address();
    return address && typeof address === 'object' ? address.address : null;
  }

  /** Of the process before its first request, bytes. */
  get baselineRssBytes(): number {
    return this.#baselineRssBytes;
  }

  get queueLimit(): number {
    return this.#config.queueLimit;
  }

  /** What /feed shows, to whom, and how quickly. */
  get feed(): FeedNow {
    const { viewers, on, fps } = this.broadcaster;
    return { source: this.#feedSource, viewers, on, fps };
  }

  /** Has /feed show something else from now on, to its viewers, too. */
  showOnFeed(source: FeedSource): void {
    if (source === this.#feedSource) return;
    this.#feedSource = source;
    this.broadcaster.renew();
  }

  /** Ends every answer and connection, and the pictures; settles when nothing is left. */
  async close(): Promise<void> {
    const http = this.#http;
    const closed = http && new Promise<void>((resolve) => http.close(() => resolve()));
    this.connections.destroyAll();
    await Promise.all([closed, this.broadcaster.close(), this.#films.close()]);
  }

  #checkPictures(): void {
    if (this.#pictures || this.#ownCamera || this.#config.ffmpegPath !== null) return;
    throw new Refused(503, say('serve.refused.noFfmpeg'));
  }

  get #ownCamera(): (() => FrameSource) | null {
    return this.#feedSource === 'camera' ? this.#camera : null;
  }

  #frameSource(): FrameSource {
    const make = this.#pictures ?? this.#ownCamera;
    if (make) return make();
    const { ffmpegPath, media } = this.#config;
    const input = this.#feedSource === 'media' && media ? fileInput(media.path) : testInput();
    return new FfmpegSource(ffmpegPath ?? '', input);
  }
}
