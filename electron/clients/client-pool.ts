import {
  MAX_CLIENTS,
  toClientsSchema,
  type FromClients,
  type ToClients,
} from '../ipc/clients-port';
import { Client } from './client';

/** Clients that have ended and are still shown, at most. */
const MAX_ENDED = 100;

/** The window is told this often, ms, while anything changes. */
const TELL_EVERY_MS = 200;

/** All clients of this process: does what the window asks, and tells it how they are. */
export class ClientPool {
  readonly #clients = new Map<number, Client>();
  #lastId = 0;
  #watched: number | null = null;
  #timer: NodeJS.Timeout | null = null;

  /** Only these, our own server and the box before it, are ever asked. */
  constructor(
    private readonly origins: readonly string[],
    private readonly post: (message: FromClients) => void,
  ) {}

  /** A message of the window; one that is not in the contract is ignored. */
  heard(message: unknown): void {
    const parsed = toClientsSchema.safeParse(message);
    if (parsed.success) this.#carryOut(parsed.data);
  }

  /** All leave; nothing is told any more. */
  close(): void {
    for (const client of this.#clients.values()) client.leave();
    if (this.#timer) clearTimeout(this.#timer);
  }

  #carryOut(message: ToClients): void {
    switch (message.type) {
      case 'add':
        return this.#add(message);
      case 'remove':
        return this.#remove(message.ids);
      case 'remove-all':
        return this.#remove([...this.#clients.keys()]);
      case 'watch':
        this.#watched = message.id;
        return this.#changed();
    }
  }

  #add({ url, count, kind }: Extract<ToClients, { type: 'add' }>): void {
    const address = new URL(url);
    if (!this.origins.includes(address.origin)) return;
    const open = [...this.#clients.values()].filter((client) => client.open).length;
    for (let i = 0; i < Math.min(count, MAX_CLIENTS - open); i += 1) {
      const id = ++this.#lastId;
      this.#clients.set(id, new Client(id, address, kind, () => this.#changed()));
    }
    this.#changed();
  }

  #remove(ids: readonly number[]): void {
    for (const id of ids) {
      const client = this.#clients.get(id);
      if (client?.open) client.leave();
      else this.#clients.delete(id);
    }
    this.#changed();
  }

  #changed(): void {
    this.#timer ??= setTimeout(() => this.#tell(), TELL_EVERY_MS);
  }

  #tell(): void {
    this.#timer = null;
    this.#forget();
    this.post({ type: 'clients', clients: [...this.#clients.values()].map(({ state }) => state) });
    const watched = this.#watched === null ? undefined : this.#clients.get(this.#watched);
    if (!watched) return;
    const { id, receivedBytes } = watched.state;
    this.post({ type: 'tail', id, endBytes: receivedBytes, ...watched.tail });
  }

  #forget(): void {
    const ended = [...this.#clients].filter(([, client]) => !client.open);
    for (const [id] of ended.slice(0, Math.max(0, ended.length - MAX_ENDED))) {
      this.#clients.delete(id);
    }
  }
}
