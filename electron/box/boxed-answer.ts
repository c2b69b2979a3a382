import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Writable } from 'node:stream';
import { constants, createGzip } from 'node:zlib';
import { Gatherer, wayFor } from '../../model/box/gather';
import type { BoxedAnswer, BoxSettings } from '../ipc/box-port';

/** Headers of one connection, which say nothing of the next (RFC 9110, 7.6.1). */
const OF_A_CONNECTION: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** The head of a gzip stream without a name or a comment (RFC 1952, 2.3), bytes. */
const GZIP_HEAD_BYTES = 10;

/** Header names and values, one after the other, without those of the connection and those named. */
export function passedHeaders(raw: readonly string[], without: readonly string[] = []): string[] {
  const passed: string[] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const [name = '', value = ''] = raw.slice(i, i + 2);
    const lower = name.toLowerCase();
    if (!OF_A_CONNECTION.has(lower) && !without.includes(lower)) passed.push(name, value);
  }
  return passed;
}

/** Carries one answer from the server to its client, in one of the box's ways, and counts what it holds. */
export class Carriage {
  readonly #beganMs = performance.now();
  readonly state: BoxedAnswer;

  constructor(
    id: number,
    target: string,
    private readonly changed: () => void,
  ) {
    this.state = {
      ...{ id, client: null, target, way: null, state: 'open' },
      ...{ heldBytes: 0, lostBytes: 0, inBytes: 0, outBytes: 0 },
      ...{ lumps: 0, lumpBytes: 0, firstOutMs: null, ageMs: 0 },
    };
  }

  /** Age now, ms. */
  get ageMs(): number {
    return performance.now() - this.#beganMs;
  }

  /** The head of the answer is there: from now on its body is carried. */
  begin(answer: IncomingMessage, client: ServerResponse, settings: BoxSettings): void {
    const { honours, gatherBytes } = settings;
    const takesGzip = /\bgzip\b/.test(String(client.req.headers['accept-encoding'] ?? ''));
    const way = wayFor(settings.way, answer.headers, { honours, takesGzip });
    const number = Number(answer.headers['x-bufferscope-client']);
    this.state.client = Number.isInteger(number) && number > 0 ? number : null;
    this.state.way = way;
    const headers = passedHeaders(answer.rawHeaders, way === 'gzip' ? ['content-length'] : []);
    if (way === 'gzip') headers.push('Content-Encoding', 'gzip');
    client.writeHead(answer.statusCode ?? 502, headers);
    // What is passed on at once is so from its head on; the others send that with their first bytes.
    if (way === 'pass') client.flushHeaders();
    answer.on('end', () => client.once('finish', () => this.end('done')));
    if (way === 'gather') this.#gather(answer, client, new Gatherer(gatherBytes));
    else if (way === 'gzip') this.#compress(answer, client);
    else {
      answer.on('data', (bytes: Buffer) => {
        this.#cameIn(bytes.length);
        this.#goesOut(bytes.length);
        holdBack(client.write(bytes), client, answer);
      });
      answer.on('end', () => client.end());
    }
  }

  /** The answer is over, this way; the first way that is told holds. */
  end(state: BoxedAnswer['state']): void {
    if (this.state.state !== 'open') return;
    this.state.state = state;
    this.state.lostBytes = state === 'done' ? 0 : this.state.heldBytes;
    this.state.heldBytes = 0;
    this.state.ageMs = this.ageMs;
    this.changed();
  }

  #gather(answer: IncomingMessage, client: ServerResponse, gatherer: Gatherer): void {
    answer.on('data', (bytes: Buffer) => {
      this.#cameIn(bytes.length);
      for (const full of gatherer.push(bytes)) {
        this.#goesOut(full.length);
        holdBack(client.write(full), client, answer);
      }
    });
    answer.on('end', () => {
      const rest = gatherer.end();
      if (rest.length > 0) this.#goesOut(rest.length);
      client.end(rest);
    });
  }

  /** What comes out of the compressor is made of all that has gone in: gzip says nothing of where it stands. */
  #compress(answer: IncomingMessage, client: ServerResponse): void {
    const gzip = createGzip({ flush: constants.Z_NO_FLUSH });
    answer.on('data', (bytes: Buffer) => {
      this.#cameIn(bytes.length);
      holdBack(gzip.write(bytes), gzip, answer);
    });
    let outBytes = 0;
    gzip.on('data', (bytes: Buffer) => {
      outBytes += bytes.length;
      // Its own head comes at once, and is nothing of the answer's.
      if (outBytes > GZIP_HEAD_BYTES) this.#goesOut(this.state.heldBytes);
      if (!client.write(bytes)) {
        gzip.pause();
        client.once('drain', () => gzip.resume());
      }
    });
    answer.on('end', () => gzip.end());
    gzip.on('end', () => client.end());
    client.on('close', () => gzip.destroy());
  }

  #cameIn(bytes: number): void {
    this.state.inBytes += bytes;
    this.state.heldBytes += bytes;
    this.changed();
  }

  #goesOut(bytes: number): void {
    const { state } = this;
    state.heldBytes -= bytes;
    state.outBytes += bytes;
    state.lumps += 1;
    state.lumpBytes = bytes;
    state.firstOutMs ??= this.ageMs;
    this.changed();
  }
}

/** What cannot go on holds back what comes: the box never holds more than it gathers. */
function holdBack(flows: boolean, to: Writable, from: IncomingMessage): void {
  if (flows || from.isPaused()) return;
  from.pause();
  to.once('drain', () => from.resume());
}
