import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ServedFile, ServerConfig, ServerEvent } from '../../../electron/ipc/server-port';
import { Server, type ServerOptions } from '../../../electron/server/server';
import { RawClient } from './raw-client';
import { eventually } from '../../eventually';

/** A file of this content in a folder that goes with the test; a number makes a sparse one of so many bytes. */
export function served(content: Buffer | number, name = 'film.bin'): ServedFile {
  const folder = mkdtempSync(join(tmpdir(), 'bufferscope-server-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'number' ? '' : content);
  if (typeof content === 'number') truncateSync(path, content);
  const bytes = typeof content === 'number' ? content : content.byteLength;
  return { path, name, mime: 'application/octet-stream', bytes };
}

/** A real server on a free port, what it said, and what a test asks of it. */
export class RunningServer {
  private constructor(
    readonly server: Server,
    readonly port: number,
    readonly events: ServerEvent[],
    readonly log: string[],
  ) {}

  static async start(
    config: Partial<ServerConfig> = {},
    options: Partial<ServerOptions> = {},
  ): Promise<RunningServer> {
    const events: ServerEvent[] = [];
    const log: string[] = [];
    const whole: ServerConfig = {
      ...{
        port: 0,
        model: 'async',
        seats: 4,
        watchdogMs: null,
        queueLimit: 10,
        ffmpegPath: null,
        feedSource: 'test',
      },
      ...{ media: null, text: null, ...config },
    };
    const server = new Server(whole, {
      heard: (event) => events.push(event),
      log: (line) => log.push(line),
      ...options,
    });
    const { port } = await server.listen();
    onTestFinished(() => server.close());
    return new RunningServer(server, port, events, log);
  }

  get(target: string, ...headers: string[]): Promise<RawClient> {
    return RawClient.get(this.port, target, ...headers);
  }

  /** The answer to a request, with fetch. */
  fetch(target: string, init?: RequestInit): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.port}${target}`, init);
  }

  /** A client that holds a seat for as long as the test wants: one byte a second. */
  async holder(): Promise<RawClient> {
    const client = await this.get('/stream?rate=1');
    return client.until(() => client.body.byteLength > 0);
  }

  kinds(client: number): ServerEvent['kind'][] {
    return this.events.filter((event) => event.client === client).map(({ kind }) => kind);
  }

  /** Waits until the events say that this happened to a client. */
  async happened(client: number, kind: ServerEvent['kind']): Promise<void> {
    await eventually(() => {
      if (!this.kinds(client).includes(kind)) {
        throw new Error(`client ${client}: ${this.kinds(client).join(' ')}`);
      }
    });
  }
}
