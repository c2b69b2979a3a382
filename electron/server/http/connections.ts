import type { Socket } from 'node:net';
import { socketQueues } from './socket-queues';

/** How often clients that have ended their sending side are looked at, ms. */
const LOOK_MS = 250;

/** A client may ask for this many things at once on one connection without waiting for their answers. */
const MAX_ASKED_AHEAD = 16;

interface Connection {
  /** A request is being answered on it. */
  busy: boolean;
  /** The requests after that one. */
  next: (() => void)[];
}

/**
 * Every open connection. One request of each is worked on at a time, in order, so what is asked ahead takes no seat;
 * and when there are too many, one goes on which nothing is being answered: half a request a minute holds nothing.
 */
export class Connections {
  readonly #open = new Map<Socket, Connection>();
  /** Connections whose client has ended its sending side, which it may do and still read. */
  readonly #halfOpen = new Set<Socket>();
  #look: NodeJS.Timeout | undefined;

  constructor(private readonly most: number) {}

  get count(): number {
    return this.#open.size;
  }

  /** A new connection; it takes the place of the oldest idle one when there are too many. */
  opened(socket: Socket): void {
    this.#open.set(socket, { busy: false, next: [] });
    socket.once('end', () => this.#watch(socket));
    socket.once('close', () => {
      this.#open.delete(socket);
      this.#halfOpen.delete(socket);
    });
    if (this.#open.size > this.most) (this.#oldestIdle() ?? socket).destroy();
  }

  /** Begins now, or when everything asked before on the same connection has been answered. */
  inTurn(socket: Socket, begin: () => void): void {
    const connection = this.#open.get(socket);
    // Behind an answer that closes the connection nothing is heard any more.
    if (!connection || !socket.writable) return;
    if (!connection.busy) {
      connection.busy = true;
      begin();
    } else if (connection.next.length < MAX_ASKED_AHEAD) connection.next.push(begin);
    else socket.destroy();
  }

  /** The request being worked on has been answered. */
  answered(socket: Socket): void {
    const connection = this.#open.get(socket);
    if (!connection) return;
    if (!socket.writable) connection.next = [];
    const next = connection.next.shift();
    if (next) next();
    else connection.busy = false;
  }

  destroyAll(): void {
    for (const socket of this.#open.keys()) socket.destroy();
  }

  /** Sees whether a client that has ended its sending side still reads, or has left. */
  #watch(socket: Socket): void {
    this.#halfOpen.add(socket);
    if (!this.#look) this.#lookSoon();
  }

  #lookSoon(): void {
    this.#look = setTimeout(() => void this.#endGone(), LOOK_MS).unref();
  }

  async #endGone(): Promise<void> {
    const [first] = this.#halfOpen;
    const queues = first ? await socketQueues(first.localPort ?? 0) : null;
    for (const socket of this.#halfOpen) {
      const queue = queues?.get(socket.remotePort ?? 0);
      if (queues && (!queue || queue.clientGone)) socket.destroy();
    }
    this.#look = undefined;
    if (queues && this.#halfOpen.size > 0) this.#lookSoon();
  }

  #oldestIdle(): Socket | null {
    for (const [socket, { busy }] of this.#open) if (!busy && !socket.destroyed) return socket;
    return null;
  }
}
