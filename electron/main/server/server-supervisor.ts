import type { MessageChannelMain, MessagePortMain } from 'electron';
import type { Notice, ServicePart } from '../../ipc/contract';
import type { BoxConfig } from '../../ipc/box-port';
import type { ClientsConfig } from '../../ipc/clients-port';
import { serverListensSchema, type ServerStart, type ServerTold } from '../../ipc/server-port';
import { say } from '../../words';
import type { ForkedProcess } from '../processes/forked-process';

/** A process of the Server room as far as its supervisor cares. */
export type Service = Pick<ForkedProcess, 'exited' | 'asked' | 'end' | 'heard' | 'post'>;

export interface ServerSupervisorParts {
  newChannel: () => Pick<MessageChannelMain, 'port1' | 'port2'>;
  forkServer: (start: ServerStart, port: MessagePortMain) => Service;
  forkClients: (config: ClientsConfig, port: MessagePortMain) => Service;
  forkBox: (config: BoxConfig, port: MessagePortMain) => Service;
  /** Hands one end of a service's port to the window. */
  handOver: (session: string, part: ServicePart, port: MessagePortMain) => void;
  /** Told of a process that ended without being asked to. */
  exited: (notice: Notice<'server:exited'>) => void;
}

/** The first page of a server of ours; throws for an address that is not this computer's loopback with a port. */
export function ownPage(origin: string): string {
  const told = serverListensSchema.safeParse({ type: 'listening', origin });
  if (!told.success) throw new Error(say('server.main.noServer'));
  return `${told.data.origin}/`;
}

/** Starts the processes of the server, the box before it and the clients, one of each at most, and sees them end. */
export class ServerSupervisor {
  readonly #running = new Map<ServicePart, Service>();
  #session = '';
  #origin: string | null = null;
  #boxOrigin: string | null = null;
  /** The box has said where it listens, or has ended. */
  #boxTold: Promise<unknown> = Promise.resolve();
  /** The server that was started last has said where it listens, or has ended. */
  #told: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: ServerSupervisorParts) {}

  /** Where the server listens, "http://127.0.0.1:8417"; null while it does not. */
  get origin(): string | null {
    return this.#origin;
  }

  /** Whether this is where our server listens; one that is starting is waited for. */
  async listensAt(origin: string): Promise<boolean> {
    await this.#told;
    return origin === this.#origin;
  }

  /** Starts a server; one that runs is ended first, with its clients. */
  async start(session: string, start: ServerStart): Promise<void> {
    this.#session = session;
    await this.#endBoth();
    // Meanwhile another start or a stop may have come.
    if (this.#session !== session) return;
    const service = this.#open('server', (port) => this.parts.forkServer(start, port));
    const listens = new Promise<void>((resolve) => {
      service.heard((message) => {
        const told = serverListensSchema.safeParse(message);
        if (!told.success || service.asked || this.#running.get('server') !== service) return;
        this.#origin = told.data.origin;
        this.#boxTold = this.#startBox(told.data.origin);
        resolve();
      });
    });
    this.#told = Promise.race([listens, service.exited]);
  }

  /** Tells the server something while it runs; without one it is told nothing. */
  tell(message: ServerTold): void {
    this.#running.get('server')?.post(message);
  }

  /** Starts the box before the server at `target`; settles when it has said where it listens, or has ended. */
  #startBox(target: string): Promise<unknown> {
    const box = this.#open('box', (port) => this.parts.forkBox({ target }, port));
    const listens = new Promise<void>((resolve) => {
      box.heard((message) => {
        const told = serverListensSchema.safeParse(message);
        if (!told.success || box.asked || this.#running.get('box') !== box) return;
        this.#boxOrigin = told.data.origin;
        resolve();
      });
    });
    return Promise.race([listens, box.exited]);
  }

  /** Starts the clients of the server that listens; throws a sentence when there is none. */
  async startClients(): Promise<void> {
    const origin = this.#origin;
    if (origin === null) throw new Error(say('server.main.noServer'));
    await this.#running.get('clients')?.end();
    await this.#boxTold;
    if (this.#origin !== origin) throw new Error(say('server.main.noServer'));
    const origins = [origin, ...(this.#boxOrigin === null ? [] : [this.#boxOrigin])];
    this.#open('clients', (port) => this.parts.forkClients({ origins }, port));
  }

  /** Ends all; settles when the processes are gone. A start that is under way does not come after it. */
  async stop(): Promise<void> {
    this.#session = '';
    await this.#endBoth();
  }

  async #endBoth(): Promise<void> {
    this.#origin = null;
    this.#boxOrigin = null;
    await Promise.all([...this.#running.values()].map((service) => service.end()));
  }

  #open(part: ServicePart, fork: (port: MessagePortMain) => Service): Service {
    const { port1, port2 } = this.parts.newChannel();
    const session = this.#session;
    const service = fork(port1);
    this.#running.set(part, service);
    this.parts.handOver(session, part, port2);
    void service.exited.then((code) => {
      if (this.#running.get(part) === service) this.#running.delete(part);
      if (part === 'server' && !this.#running.has(part)) this.#origin = null;
      if (part === 'box' && !this.#running.has(part)) this.#boxOrigin = null;
      // Without a server there is nothing to stand before.
      if (part === 'server') void this.#running.get('box')?.end();
      if (!service.asked) this.parts.exited({ session, part, code });
    });
    return service;
  }
}
