import { describe, expect, it } from 'vitest';
import type { MessagePortMain } from 'electron';
import type { ServicePart } from '../../../../electron/ipc/contract';
import type { ServerStart } from '../../../../electron/ipc/server-port';
import { ServerSupervisor, type Service } from '../../../../electron/main/server/server-supervisor';

/** A process that ends when asked, or when the test says so. */
class Process implements Service {
  asked = false;
  readonly exited: Promise<number>;
  #exit: (code: number) => void = () => undefined;
  #listener: (message: unknown) => void = () => undefined;

  constructor(readonly config: unknown) {
    this.exited = new Promise((resolve) => (this.#exit = resolve));
  }

  heard(listener: (message: unknown) => void): void {
    this.#listener = listener;
  }

  readonly posted: unknown[] = [];

  post(message: unknown): void {
    this.posted.push(message);
  }

  tell(message: unknown): void {
    this.#listener(message);
  }

  async end(): Promise<void> {
    this.asked = true;
    this.#exit(0);
    await this.exited;
  }

  async die(code: number): Promise<void> {
    this.#exit(code);
    await this.exited;
    await Promise.resolve();
  }
}

const START = { config: {} } as ServerStart;
const ORIGIN = 'http://127.0.0.1:8417';
const BOX_ORIGIN = 'http://127.0.0.1:8418';

function setUp() {
  const servers: Process[] = [];
  const clients: Process[] = [];
  const boxes: Process[] = [];
  const handed: [string, ServicePart][] = [];
  const exits: unknown[] = [];
  const fork = (list: Process[]) => (config: unknown) => {
    const one = new Process(config);
    list.push(one);
    return one;
  };
  const supervisor = new ServerSupervisor({
    newChannel: () => ({ port1: {} as MessagePortMain, port2: {} as MessagePortMain }),
    forkServer: fork(servers),
    forkClients: fork(clients),
    forkBox: fork(boxes),
    handOver: (session, part) => handed.push([session, part]),
    exited: (notice) => exits.push(notice),
  });
  const start = (session: string) => supervisor.start(session, START);
  const listen = () => {
    servers.at(-1)?.tell({ type: 'listening', origin: ORIGIN });
    boxes.at(-1)?.tell({ type: 'listening', origin: BOX_ORIGIN });
  };
  return { supervisor, servers, clients, boxes, handed, exits, start, listen };
}

describe('the supervisor of the Server room', () => {
  it('hands the ports of both to the window, and the clients know whom they may ask', async () => {
    const { supervisor, clients, boxes, handed, start, listen } = setUp();
    await start('a');
    listen();
    expect(supervisor.origin).toBe(ORIGIN);
    await supervisor.startClients();
    expect(handed).toEqual([
      ['a', 'server'],
      ['a', 'box'],
      ['a', 'clients'],
    ]);
    expect(clients[0]?.config).toEqual({ origins: [ORIGIN, BOX_ORIGIN] });
    expect(boxes[0]?.config).toEqual({ target: ORIGIN });
  });

  it('has no clients without a server that listens', async () => {
    const { supervisor, clients, start } = setUp();
    await expect(supervisor.startClients()).rejects.toThrow('Start the server');
    await start('a');
    await expect(supervisor.startClients()).rejects.toThrow('Start the server');
    expect(clients).toEqual([]);
  });

  it('believes nothing else for an address', async () => {
    const { supervisor, servers, start } = setUp();
    await start('a');
    servers[0]?.tell({ type: 'listening', url: ORIGIN });
    servers[0]?.tell('listening');
    expect(supervisor.origin).toBeNull();
  });

  it('knows its own server, waits for one that is starting, and for none that has ended', async () => {
    const { supervisor, servers, start, listen } = setUp();
    expect(await supervisor.listensAt(ORIGIN)).toBe(false);
    await start('a');
    const early = supervisor.listensAt(ORIGIN);
    listen();
    expect(await early).toBe(true);
    expect(await supervisor.listensAt('http://127.0.0.1:1')).toBe(false);
    await start('b');
    const failed = supervisor.listensAt(ORIGIN);
    await servers[1]?.die(5);
    expect(await failed).toBe(false);
  });

  it('ends both when asked, which is no failure', async () => {
    const { supervisor, servers, clients, boxes, exits, start, listen } = setUp();
    await start('a');
    listen();
    await supervisor.startClients();
    await supervisor.stop();
    expect([servers[0]?.asked, clients[0]?.asked, boxes[0]?.asked]).toEqual([true, true, true]);
    expect(supervisor.origin).toBeNull();
    expect(exits).toEqual([]);
  });

  it('starts no box for a server that is being ended', async () => {
    const { supervisor, servers, boxes, start } = setUp();
    await start('a');
    const stopped = supervisor.stop();
    servers[0]?.tell({ type: 'listening', origin: ORIGIN });
    await stopped;
    expect(boxes).toEqual([]);
    expect(supervisor.origin).toBeNull();
  });

  it('tells of a process that ended by itself', async () => {
    const { supervisor, servers, exits, start, listen } = setUp();
    await start('a');
    listen();
    await servers[0]?.die(5);
    expect(exits).toEqual([{ session: 'a', part: 'server', code: 5 }]);
    expect(supervisor.origin).toBeNull();
  });

  it('ends the one that runs before another starts', async () => {
    const { servers, exits, start, listen } = setUp();
    await start('a');
    listen();
    await start('b');
    expect(servers.map(({ asked }) => asked)).toEqual([true, false]);
    expect(exits).toEqual([]);
  });

  it('starts nothing once it has been told to stop, and only the last of several', async () => {
    const { supervisor, servers, start } = setUp();
    const first = start('a');
    await supervisor.stop();
    await first;
    expect(servers).toEqual([]);
    await Promise.all([start('b'), start('c')]);
    expect(servers).toHaveLength(1);
  });
});
