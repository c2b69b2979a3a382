import type { Bridge, RequestAnswer, RequestPayload } from '../../electron/ipc/contract';
import type { FromClients, ToClients } from '../../electron/ipc/clients-port';
import type { ServicePart } from '../../electron/ipc/contract';
import type { FromBox, ToBox } from '../../electron/ipc/box-port';
import type { FromServer, ServerOwner, ToServer } from '../../electron/ipc/server-port';
import { collectServicePorts } from './service-ports';
import { messageOf } from '../../model/message-of';

/** What the processes and main tell the room. */
export interface ServicesHeard {
  server: (message: FromServer) => void;
  clients: (message: FromClients) => void;
  /** A process ended by itself, with this code. */
  exited: (part: ServicePart, code: number) => void;
  box: (message: FromBox) => void;
  /** The clients could not be started: one sentence. */
  clientsFailed: (message: string) => void;
}

type Start = Omit<RequestPayload<'server:start'>, 'session' | 'owner'>;

/** The window's ends of the ports to the processes of one owner's server, the box before it and its clients. */
export class Services {
  #session = '';
  #server: MessagePort | null = null;
  #clients: MessagePort | null = null;
  #box: MessagePort | null = null;
  #startingClients = false;
  /** Said before the clients' process was there to hear it. */
  #unheard: ToClients[] = [];
  #stopCollecting = (): void => undefined;

  constructor(
    private readonly page: Window,
    private readonly bridge: Bridge,
    private readonly heard: ServicesHeard,
    private readonly owner: ServerOwner = 'room',
  ) {
    bridge.on('server:exited', ({ session, part, code }) => {
      if (session !== this.#session) return;
      if (part === 'clients') this.#forgetClients();
      heard.exited(part, code);
    });
  }

  /** Starts a server, in place of one that runs; throws the sentence of what went wrong. */
  async start(start: Start): Promise<RequestAnswer<'server:start'>> {
    this.#forget();
    const session = crypto.randomUUID();
    this.#session = session;
    this.#stopCollecting = collectServicePorts(this.page, session, (part, port) => {
      if (part === 'server') this.#attachServer(port);
      else if (part === 'box') this.#attachBox(port);
      else this.#attachClients(port);
    });
    return this.bridge.request('server:start', { owner: this.owner, session, ...start });
  }

  /** Ends both processes; settles when they are gone. */
  async stop(): Promise<void> {
    this.#forget();
    await this.bridge.request('server:stop', { owner: this.owner });
  }

  toServer(message: ToServer): void {
    this.#server?.postMessage(message);
  }

  /** The clients' process is started when there is something to tell it. */
  toClients(message: ToClients): void {
    if (this.#clients) return this.#clients.postMessage(message);
    this.#unheard.push(message);
    if (this.#startingClients) return;
    this.#startingClients = true;
    const session = this.#session;
    this.bridge.request('clients:start', { owner: this.owner }).catch((error: unknown) => {
      if (session !== this.#session) return;
      this.#forgetClients();
      this.heard.clientsFailed(messageOf(error));
    });
  }

  toBox(message: ToBox): void {
    this.#box?.postMessage(message);
  }

  #attachBox(port: MessagePort): void {
    this.#box = port;
    port.onmessage = ({ data }: MessageEvent<FromBox>) => this.heard.box(data);
  }

  #attachServer(port: MessagePort): void {
    this.#server = port;
    port.onmessage = ({ data }: MessageEvent<FromServer>) => this.heard.server(data);
  }

  #attachClients(port: MessagePort): void {
    this.#clients = port;
    this.#startingClients = false;
    port.onmessage = ({ data }: MessageEvent<FromClients>) => this.heard.clients(data);
    for (const message of this.#unheard.splice(0)) port.postMessage(message);
  }

  #forgetClients(): void {
    this.#clients?.close();
    this.#clients = null;
    this.#startingClients = false;
    this.#unheard = [];
  }

  #forget(): void {
    this.#stopCollecting();
    this.#session = '';
    this.#server?.close();
    this.#server = null;
    this.#box?.close();
    this.#box = null;
    this.#forgetClients();
  }
}
