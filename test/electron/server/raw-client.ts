import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A bare socket to a server: sends what it is told, keeps what comes. */
export class RawClient {
  #pieces: Buffer[] = [];
  #closed = false;
  /** Head and body. */
  receivedBytes = 0;
  readonly #waiting = new Set<() => void>();

  private constructor(readonly socket: Socket) {
    socket.on('data', (piece) => {
      this.receivedBytes += piece.byteLength;
      this.#pieces.push(piece);
      this.#look();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#closed = true;
      this.#look();
    });
    onTestFinished(() => void socket.destroy());
  }

  static async connect(port: number): Promise<RawClient> {
    const socket = connect(port, '127.0.0.1');
    const client = new RawClient(socket);
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return client;
  }

  /** Asks for a target; header lines may follow. */
  static async get(port: number, target: string, ...headers: string[]): Promise<RawClient> {
    const client = await RawClient.connect(port);
    client.ask(target, ...headers);
    return client;
  }

  ask(target: string, ...headers: string[]): void {
    const host = `Host: 127.0.0.1:${this.socket.remotePort}`;
    this.socket.write([`GET ${target} HTTP/1.1`, host, ...headers, '', ''].join('\r\n'));
  }

  get received(): Buffer {
    if (this.#pieces.length > 1) this.#pieces = [Buffer.concat(this.#pieces)];
    return this.#pieces[0] ?? Buffer.alloc(0);
  }

  get text(): string {
    return this.received.toString('latin1');
  }

  /** What follows the head of the answer. */
  get body(): Buffer {
    const end = this.received.indexOf('\r\n\r\n');
    return end === -1 ? Buffer.alloc(0) : this.received.subarray(end + 4);
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Waits until what came makes it true; fails when the connection closes without. */
  async until(isSo: () => boolean): Promise<this> {
    while (!isSo()) {
      if (this.#closed) throw new Error(`Closed after: ${this.text.slice(0, 300)}`);
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
    return this;
  }

  async untilClosed(): Promise<this> {
    while (!this.#closed) await new Promise<void>((resolve) => this.#waiting.add(resolve));
    return this;
  }

  #look(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const wake of waiting) wake();
  }
}
