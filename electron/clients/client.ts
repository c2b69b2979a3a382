import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { clientAgent, type ClientKind, type ClientState } from '../ipc/clients-port';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { BoundaryCounter, boundaryOf } from './boundary-counter';
import { READERS } from './readers';
import { LastBytes } from './last-bytes';

/** Bytes that come this much after those before are a piece of their own, ms. */
const APART_MS = 50;

/** One HTTP client with a connection of its own: asks once, reads in its way, and tells of each change. */
export class Client {
  readonly #state: ClientState;
  readonly #request: ClientRequest;
  readonly #askedMs = performance.now();
  #frames: BoundaryCounter | null = null;
  #stopReading = (): void => undefined;
  readonly #tail = new LastBytes();
  #text = false;
  #tookMs = -Infinity;

  constructor(
    id: number,
    url: URL,
    kind: ClientKind,
    private readonly changed: () => void,
  ) {
    this.#state = {
      ...{ id, kind, target: url.pathname + url.search, state: 'connecting', status: 0 },
      ...{ client: null, receivedBytes: 0, frames: 0, firstByteMs: null, detail: '' },
      ...{ headMs: null, lastByteMs: null, behindMs: null, lumps: 0, endedMs: null },
    };
    const headers = {
      // The server's log tells by it which of them came, also of one that never had an answer.
      'User-Agent': clientAgent(kind, id),
      Connection: 'close',
      'Accept-Encoding': 'gzip',
    };
    // No agent: a pool would share connections, and each client has one of its own.
    this.#request = request(url, { agent: false, headers });
    this.#request.on('response', (response) => this.#onResponse(response));
    this.#request.on('error', (error: NodeJS.ErrnoException) => this.#failed(error));
    this.#request.end();
  }

  get state(): Readonly<ClientState> {
    return this.#state;
  }

  /** True while it has a connection. */
  get open(): boolean {
    return this.#state.state === 'connecting' || this.#state.state === 'receiving';
  }

  /** What it has read last, and whether that is text by its type. */
  get tail(): { text: boolean; data: Uint8Array<ArrayBuffer> } {
    return { text: this.#text, data: this.#tail.bytes() };
  }

  /** Closes its connection, whatever is still to come. */
  leave(): void {
    if (!this.open) return;
    this.#end('left');
    this.#request.destroy();
  }

  #onResponse(response: IncomingMessage): void {
    const { statusCode = 0, headers } = response;
    const number = Number(headers['x-bufferscope-client']);
    const type = headers['content-type'] ?? '';
    const boundary = boundaryOf(type);
    this.#text = type.startsWith('text/');
    this.#frames = boundary === null ? null : new BoundaryCounter(boundary);
    this.#state.headMs = performance.now() - this.#askedMs;
    this.#state.status = statusCode;
    this.#state.client = Number.isInteger(number) && number > 0 ? number : null;
    this.#state.state = 'receiving';
    const body = bodyOf(response);
    body.on('end', () => this.#end(statusCode < 400 ? 'done' : 'refused'));
    body.on('error', (error: NodeJS.ErrnoException) => this.#failed(error));
    response.on('error', (error: NodeJS.ErrnoException) => this.#failed(error));
    // A refusal is read whole by any client: what it says is no lesson in reading slowly.
    const reader = READERS[statusCode < 400 ? this.#state.kind : 'normal'];
    this.#stopReading = reader(body, (bytes) => this.#took(bytes));
    this.changed();
  }

  #took(bytes: Buffer): void {
    const nowMs = performance.now();
    this.#state.firstByteMs ??= nowMs - this.#askedMs;
    this.#state.lastByteMs = nowMs - this.#askedMs;
    if (nowMs - this.#tookMs >= APART_MS) this.#state.lumps += 1;
    this.#tookMs = nowMs;
    this.#state.receivedBytes += bytes.length;
    if (this.#frames) {
      this.#frames.push(bytes, nowMs);
      this.#state.frames = this.#frames.parts;
      this.#state.behindMs = this.#frames.behindMs;
    }
    this.#tail.push(bytes);
    this.changed();
  }

  #failed({ code, message }: NodeJS.ErrnoException): void {
    if (!this.open) return;
    this.#state.detail = code ?? message;
    this.#end('failed');
  }

  #end(state: ClientState['state']): void {
    if (!this.open) return;
    this.#stopReading();
    this.#state.state = state;
    this.#state.endedMs = performance.now() - this.#askedMs;
    this.changed();
  }
}

/** The body of an answer; what came compressed is counted as what it was made of. */
function bodyOf(response: IncomingMessage): Readable {
  return response.headers['content-encoding'] === 'gzip' ? response.pipe(createGunzip()) : response;
}
