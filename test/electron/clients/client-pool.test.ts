import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ClientPool } from '../../../electron/clients/client-pool';
import type { ClientState, FromClients, ToClients } from '../../../electron/ipc/clients-port';
import { eventually } from '../../eventually';

const open: (() => void)[] = [];
afterEach(() => open.splice(0).forEach((close) => close()));

/** A real server and a crowd of real clients that may ask it. */
async function meet(listener: RequestListener) {
  const server: Server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const told: FromClients[] = [];
  const crowd = new ClientPool([origin], (message) => told.push(structuredClone(message)));
  open.push(() => {
    crowd.close();
    server.closeAllConnections();
    server.close();
  });
  const clients = (): ClientState[] =>
    told.findLast((message) => message.type === 'clients')?.clients ?? [];
  return {
    server,
    told,
    clients,
    say: (message: ToClients) => crowd.heard(message),
    add: (path: string, count = 1, kind: ClientState['kind'] = 'normal') =>
      crowd.heard({ type: 'add', url: `${origin}${path}`, count, kind }),
    until: (true_: (clients: ClientState[]) => boolean) =>
      eventually(() => expect(true_(clients())).toBe(true)),
  };
}

const BIG = 30_000_000;

/** Sends `BIG` bytes as the client takes them; `sent` counts those handed to the system. */
function bigAnswer(sent: { bytes: number; ended: boolean }): RequestListener {
  const chunk = Buffer.alloc(100_000, 'a');
  return (_request, response) => {
    response.writeHead(200, { 'Content-Length': BIG, 'X-Bufferscope-Client': '7' });
    const more = (): void => {
      while (sent.bytes < BIG) {
        sent.bytes += chunk.length;
        if (!response.write(chunk)) return void response.once('drain', more);
      }
      response.end();
    };
    response.on('close', () => (sent.ended = true));
    more();
  };
}

describe('clients', () => {
  it('read an answer whole and tell what they got', async () => {
    const { add, until, clients } = await meet((_request, response) => {
      response.writeHead(200, { 'X-Bufferscope-Client': '3' });
      response.end('twelve bytes');
    });
    add('/buffer?file=media');
    await until(([one]) => one?.state === 'done');
    expect(clients()).toEqual([
      {
        ...{ id: 1, kind: 'normal', target: '/buffer?file=media', state: 'done', status: 200 },
        ...{ client: 3, receivedBytes: 12, frames: 0, lumps: 1, detail: '', behindMs: null },
        headMs: expect.any(Number) as number,
        firstByteMs: expect.any(Number) as number,
        lastByteMs: expect.any(Number) as number,
        endedMs: expect.any(Number) as number,
      },
    ]);
    const [one] = clients();
    const moments = [one?.headMs, one?.firstByteMs, one?.lastByteMs, one?.endedMs].map(Number);
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
  });

  it('have a connection each', async () => {
    const { add, until, server } = await meet((_request, response) => {
      response.flushHeaders();
    });
    add('/', 20);
    await until((all) => all.length === 20 && all.every((one) => one.state === 'receiving'));
    const connections = await new Promise<number>((resolve) =>
      server.getConnections((_error, count) => resolve(count)),
    );
    expect(connections).toBe(20);
  });

  it('are a hundred at most', async () => {
    const { add, until } = await meet((_request, response) => {
      response.flushHeaders();
    });
    add('/', 60);
    add('/', 60);
    await until((all) => all.length === 100 && all.every((one) => one.state === 'receiving'));
  });

  it.each([
    { kind: 'slow', rate: 20_000 },
    { kind: 'viewer', rate: 1_300_000 },
  ] as const)('that are $kind hold the server back, and read $rate B/s at most', async (row) => {
    const { kind, rate } = row;
    const sent = { bytes: 0, ended: false };
    const { add, until, clients } = await meet(bigAnswer(sent));
    const began = performance.now();
    add('/', 1, kind);
    await until(([one]) => (one?.receivedBytes ?? 0) >= rate);
    const seconds = (performance.now() - began) / 1000;
    expect(clients()[0]?.receivedBytes).toBeLessThanOrEqual(rate * seconds);
    expect(sent.bytes).toBeLessThan(BIG);
    expect(sent.ended).toBe(false);
  });

  it('that are slow get all of a short answer', async () => {
    const { add, until, clients } = await meet((_request, response) =>
      response.end('x'.repeat(9000)),
    );
    add('/', 1, 'slow');
    await until(([one]) => one?.state === 'done');
    expect(clients()[0]?.receivedBytes).toBe(9000);
  });

  it('that stall read the first bytes and then never again', async () => {
    const sent = { bytes: 0, ended: false };
    const { add, until, clients } = await meet(bigAnswer(sent));
    add('/', 1, 'stalled');
    add('/', 1, 'slow');
    await until(([, slow]) => (slow?.receivedBytes ?? 0) >= 12_000);
    const [stalled] = clients();
    expect(stalled).toMatchObject({ state: 'receiving', status: 200, client: 7 });
    expect(stalled?.receivedBytes).toBeGreaterThan(0);
    expect(stalled?.receivedBytes).toBeLessThanOrEqual(4096);
  });

  it('leave when they are removed, and are forgotten when removed once more', async () => {
    const sent = { bytes: 0, ended: false };
    const { add, until, say } = await meet(bigAnswer(sent));
    add('/', 1, 'stalled');
    await until(([one]) => one?.state === 'receiving');
    say({ type: 'remove', ids: [1] });
    await until(([one]) => one?.state === 'left');
    await eventually(() => expect(sent.ended).toBe(true));
    say({ type: 'remove-all' });
    await until((all) => all.length === 0);
  });

  it('are refused with the status and the number that the server gave', async () => {
    const { add, until } = await meet((_request, response) => {
      response.writeHead(503, { 'Retry-After': '2', 'X-Bufferscope-Client': '9' }).end('full');
    });
    add('/stream', 1, 'stalled');
    await until(([one]) => one?.state === 'refused' && one.status === 503 && one.client === 9);
  });

  it('fail with the system\u2019s own word when the answer breaks off', async () => {
    const { add, until } = await meet((_request, response) => {
      response.writeHead(200, { 'Content-Length': 100 });
      response.write('half', () => response.destroy());
    });
    add('/');
    await until(([one]) => one?.state === 'failed' && one.detail === 'ECONNRESET');
  });

  it('count the frames of a multipart answer', async () => {
    const { add, until } = await meet((_request, response) => {
      response.writeHead(200, {
        'Content-Type': 'multipart/x-mixed-replace; boundary=frame',
      });
      response.end('--frame\r\n\r\none\r\n--frame\r\n\r\ntwo\r\n--frame--\r\n');
    });
    add('/feed');
    await until(([one]) => one?.state === 'done' && one.frames === 2);
  });

  it('show the last bytes of the one that is watched', async () => {
    const { add, until, say, told } = await meet((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/plain' });
      response.end(`${'-'.repeat(10_000)}the end`);
    });
    add('/', 2);
    await until((all) => all.every((one) => one.state === 'done'));
    expect(told.some(({ type }) => type === 'tail')).toBe(false);
    say({ type: 'watch', id: 2 });
    await eventually(() => {
      const tail = told.findLast((message) => message.type === 'tail');
      expect(tail).toMatchObject({ id: 2, text: true, endBytes: 10_007 });
      expect(tail?.data.length).toBe(4096);
      expect(Buffer.from(tail?.data ?? []).toString()).toMatch(/^-+the end$/);
    });
  });

  it('ask nobody but our own server', async () => {
    const asked: string[] = [];
    const stranger = await meet((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    const ours = await meet((_request, response) => response.end('ours'));
    const { port } = stranger.server.address() as AddressInfo;
    ours.say({
      ...{ type: 'add', count: 1, kind: 'normal' },
      url: `http://127.0.0.1:${String(port)}/stolen`,
    });
    ours.add('/mine');
    await ours.until(([one]) => one?.state === 'done');
    expect(ours.clients().map(({ target }) => target)).toEqual(['/mine']);
    expect(asked).toEqual([]);
  });

  it('ignore what is not in the contract', async () => {
    const { say, add, until } = await meet((_request, response) => response.end());
    say({ type: 'add', url: 'no address', count: 1, kind: 'normal' });
    say({ type: 'dance' } as unknown as ToClients);
    add('/');
    await until((all) => all.length === 1 && all[0]?.state === 'done');
  });
});
