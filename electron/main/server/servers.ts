import type { ServerOwner, ServerTold } from '../../ipc/server-port';
import type { ServerSupervisor } from './server-supervisor';

type Supervisor = Pick<
  ServerSupervisor,
  'origin' | 'listensAt' | 'tell' | 'stop' | 'start' | 'startClients'
>;

/** The servers of a window: the Server room's, and one for the run of a lesson, which touches nothing of the room's. */
export class Servers {
  readonly #all: Readonly<Record<ServerOwner, Supervisor>>;

  constructor(make: () => Supervisor) {
    this.#all = { room: make(), lesson: make() };
  }

  /** The supervisor of one of them. */
  of(owner: ServerOwner): Supervisor {
    return this.#all[owner];
  }

  /** Whether one of our servers listens there; those that are starting are waited for. */
  async listensAt(origin: string): Promise<boolean> {
    const { room, lesson } = this.#all;
    const [ofRoom, ofLesson] = await Promise.all([
      room.listensAt(origin),
      lesson.listensAt(origin),
    ]);
    return ofRoom || ofLesson;
  }

  /** Tells every server that runs. */
  tell(message: ServerTold): void {
    for (const each of Object.values(this.#all)) each.tell(message);
  }

  /** Ends all of them; settles when their processes are gone. */
  async stop(): Promise<void> {
    await Promise.all(Object.values(this.#all).map((each) => each.stop()));
  }
}
