import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Endpoint, Step } from '../../ipc/server-port';
import { isAppUrl } from '../../ipc/app-url';
import type { Pace } from './pace';

/** How an answer ended. */
export type Ending =
  'done' | 'left' | 'dropped' | 'timed-out' | 'killed' | 'capped' | 'refused' | 'failed';

/**
 * Bytes handed over at once: few, so that a slow client's tank moves, and up to a piece of 1 MiB with its framing
 * for one that has long taken them as they came, as a large write costs less. The share is of what it took so.
 */
const SLICE = { least: 64 * 1024, most: 1024 * 1024 + 64, share: 1 / 8 };

/** A slice that took longer was not taken as it came, ms. */
const SLOW_MS = 100;

/** From when on a client that takes nothing is worth telling of, and how often, ms. */
const BLOCKED_MS = 500;
const TOLD_AGAIN_MS = 10_000;

/** Headers of every answer; the last one's value, the client, follows. */
const OF_ALL: readonly string[] = ['X-Content-Type-Options', 'nosniff', 'X-Bufferscope-Client'];

/** Nothing is kept of an answer. */
const UNKEPT: readonly string[] = ['Cache-Control', 'no-store'];

/** And of one that asks for it: whoever stands between is to pass it on as it comes, and as it is. */
const PASSED_ON: readonly string[] = [
  ...['Cache-Control', 'no-store, no-transform'],
  ...['X-Accel-Buffering', 'no'],
];
const ASKS_TO_PASS = /[?&]accel=no(?:&|$)/;

/** One request and what has been answered to it. Whoever works on it sends one thing after the other. */
export class Response {
  step: Step = 'wait';
  seatedMs: number | null = null;
  totalBytes: number | null = null;
  sentBytes = 0;
  frames = 0;
  heldBytes = 0;
  /** The most bytes held at any time. */
  peakHeldBytes = 0;
  /** When the client last stopped taking bytes, ms of `performance.now()`; null while it takes them. */
  blockedMs: number | null = null;
  #ending: Ending | null = null;
  #finished = false;
  #closed = false;
  /** Bytes that the client took as they came, since it last did not. */
  #flowed = 0;
  #toldMs = -Infinity;
  #interrupt: ((reason: ClientGone) => void) | null = null;

  constructor(
    readonly client: number,
    readonly endpoint: Endpoint,
    readonly target: string,
    readonly arrivedMs: number,
    readonly request: IncomingMessage,
    /** Node's own. */
    readonly raw: ServerResponse,
    closed: (response: Response, ending: Ending) => void,
  ) {
    // Each comes once; "once" would wrap them again for every answer.
    raw.on('finish', () => (this.#finished = true));
    raw.on('close', () => {
      this.#closed = true;
      closed(this, this.#ending ?? (this.#finished ? 'done' : 'left'));
      this.#interrupt?.(new ClientGone());
    });
  }

  /** HEAD asks for the head alone. */
  get headOnly(): boolean {
    return this.request.method === 'HEAD';
  }

  /** HTTP/1.0 knows no chunks: the body then ends with the connection. */
  get chunks(): boolean {
    return this.request.httpVersion !== '1.0';
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Of the head, once it has been sent; 0 before. */
  get status(): number {
    return this.raw.headersSent ? this.raw.statusCode : 0;
  }

  /** Sends the head; header names and values one after the other. Throws ClientGone. */
  writeHead(status: number, headers: readonly string[]): void {
    if (this.#closed) throw new ClientGone();
    const { origin } = this.request.headers;
    const kept = ASKS_TO_PASS.test(this.target) ? PASSED_ON : UNKEPT;
    const all = headers.concat(kept, OF_ALL, String(this.client));
    if (origin !== undefined && isAppUrl(origin)) all.push(...forTheWindow(origin));
    this.raw.writeHead(status, all);
  }

  /**
   * Sends bytes and settles when the system has them all, so that their memory may be used again. `payloadBytes`
   * of them are the body's own, the rest its framing. Throws ClientGone.
   */
  async send(wire: Uint8Array, payloadBytes = wire.byteLength, pace?: Pace): Promise<void> {
    const before = this.sentBytes;
    for (let from = 0; from < wire.byteLength;) {
      if (pace) await this.pause(pace.waitMs(this.sentBytes));
      const to = Math.min(wire.byteLength, from + this.#sliceBytes(pace));
      const beganMs = performance.now();
      await this.#write(to - from === wire.byteLength ? wire : wire.subarray(from, to));
      this.#flowed = performance.now() - beganMs < SLOW_MS ? this.#flowed + to - from : 0;
      this.sentBytes = before + Math.floor((payloadBytes * to) / wire.byteLength);
      from = to;
    }
  }

  /** The body is complete. Text goes out in one piece with the head, bytes as a piece of their own. */
  end(last?: Uint8Array | string): void {
    if (last !== undefined && !this.headOnly) this.sentBytes += Buffer.byteLength(last);
    this.raw.end(last);
  }

  /** Waits this many ms, not at all when there is nothing to wait for. Throws ClientGone. */
  async pause(ms: number): Promise<void> {
    if (this.#closed) throw new ClientGone();
    if (ms <= 0) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(resolve, ms);
      this.#interrupt = (gone) => {
        clearTimeout(timer);
        reject(gone);
      };
    });
    this.#interrupt = null;
  }

  /** Bytes that now lie in the server's memory for this client, more or (negative) fewer than before. */
  allocate(bytes: number): void {
    this.heldBytes += bytes;
    this.peakHeldBytes = Math.max(this.peakHeldBytes, this.heldBytes);
  }

  /** Whatever is sent from now on is a refusal or an apology, no good end. */
  markFailed(ending: 'refused' | 'failed'): void {
    this.#ending ??= ending;
  }

  /** True once when the client has taken nothing for a while, and not again for some seconds. */
  isBlockedLong(nowMs: number): boolean {
    if (this.blockedMs === null || nowMs - this.blockedMs < BLOCKED_MS) return false;
    if (nowMs - this.#toldMs < TOLD_AGAIN_MS) return false;
    this.#toldMs = nowMs;
    return true;
  }

  /** Ends the connection at once, whatever is still missing. */
  abort(ending: Ending): void {
    this.#ending ??= ending;
    this.raw.destroy();
  }

  /** Hands bytes to the system; `taken` is called when it has them all, or when it never will. */
  write(bytes: Uint8Array, taken: (error: Error | null | undefined) => void): void {
    this.step = 'drain';
    this.blockedMs = performance.now();
    this.raw.write(bytes, (error) => {
      this.blockedMs = null;
      this.step = 'send';
      taken(error);
    });
  }

  #sliceBytes(pace: Pace | undefined): number {
    if (pace) return Math.min(SLICE.least, pace.shareBytes);
    return Math.min(SLICE.most, Math.max(SLICE.least, Math.floor(this.#flowed * SLICE.share)));
  }

  #write(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new ClientGone());
      this.#interrupt = reject;
      this.write(bytes, (error) => {
        this.#interrupt = null;
        if (error) reject(new ClientGone());
        else resolve();
      });
    });
  }
}

/** The window's own page may read the answer. */
function forTheWindow(origin: string): string[] {
  const expose = 'X-Bufferscope-Client, Content-Length';
  return ['Access-Control-Allow-Origin', origin, 'Access-Control-Expose-Headers', expose];
}

/** Nothing more can be sent: the client has left, or its answer was ended for it. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';
}

/** Answers one request from its head to its end. Throws Refused before the head, ClientGone at any time. */
export type Handler = (response: Response) => void | Promise<void>;

/** Reads what a request asks of its endpoint; throws Refused before anything is taken or held for it. */
export type PrepareHandler = (query: URLSearchParams) => Handler;
