import type { WorkerModel } from '../../ipc/server-port';
import { capacityOf } from './models';

/** A client that is worked on from now on; async has no seats. */
export interface Seated {
  client: number;
  seat: number | null;
}

/** What becomes of a client that asks: it is worked on, it waits at this place (from 1), or it is refused. */
export type Placed =
  { kind: 'seated'; seat: number | null } | { kind: 'queued'; place: number } | { kind: 'refused' };

/**
 * Who is served, who waits and who is refused: first come, first served, a seat from being picked up until
 * leaving. Pure rules; the clients' numbers are the only thing that is known of them.
 */
export class Workers {
  #model: WorkerModel;
  #capacity: number;
  /** Whoever is worked on, in the order of being picked up, with its seat. */
  readonly #served = new Map<number, number | null>();
  /** Whoever waits, in the order of coming. */
  readonly #queue = new Set<number>();

  constructor(
    model: WorkerModel,
    seats: number,
    private readonly queueLimit: number,
  ) {
    this.#model = model;
    this.#capacity = capacityOf(model, seats);
  }

  get model(): WorkerModel {
    return this.#model;
  }

  /** Seats that there are; Infinity in async. */
  get capacity(): number {
    return this.#capacity;
  }

  get served(): number {
    return this.#served.size;
  }

  get waiting(): number {
    return this.#queue.size;
  }

  /** The seat of a client that is worked on; null in async, while it waits, and when it is not known. */
  seatOf(client: number): number | null {
    return this.#served.get(client) ?? null;
  }

  arrive(client: number): Placed {
    if (this.#served.size < this.#capacity) return { kind: 'seated', seat: this.#seat(client) };
    if (this.#queue.size >= this.queueLimit) return { kind: 'refused' };
    this.#queue.add(client);
    return { kind: 'queued', place: this.#queue.size };
  }

  /** A client has gone, from its seat or from the queue; returns who is picked up for it. */
  leave(client: number): Seated[] {
    this.#served.delete(client);
    this.#queue.delete(client);
    return this.#pickUp();
  }

  /** Another model or number of seats; whoever is worked on stays until done. Returns who is picked up now. */
  change(model: WorkerModel, seats: number): Seated[] {
    this.#model = model;
    this.#capacity = capacityOf(model, seats);
    return this.#pickUp();
  }

  #pickUp(): Seated[] {
    this.#giveSeats();
    const seated: Seated[] = [];
    for (const client of this.#queue) {
      if (this.#served.size >= this.#capacity) break;
      this.#queue.delete(client);
      seated.push({ client, seat: this.#seat(client) });
    }
    return seated;
  }

  /** Whoever was picked up by async's event loop and is still worked on has the first claim on a real seat. */
  #giveSeats(): void {
    if (this.#model === 'async') return;
    for (const [client, seat] of this.#served) {
      if (seat === null) this.#served.set(client, this.#freeSeat());
    }
  }

  #seat(client: number): number | null {
    const seat = this.#freeSeat();
    this.#served.set(client, seat);
    return seat;
  }

  /** The lowest free seat; null when none is free or there are none. */
  #freeSeat(): number | null {
    if (this.#model === 'async') return null;
    const taken = new Set(this.#served.values());
    for (let seat = 1; seat <= this.#capacity; seat++) if (!taken.has(seat)) return seat;
    return null;
  }
}
