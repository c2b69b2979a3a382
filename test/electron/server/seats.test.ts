import { describe, expect, it } from 'vitest';
import { RunningServer, served } from './running-server';
import { eventually } from '../../eventually';

const text = served.bind(null, Buffer.from('One line of text.\n'.repeat(100)));

function started(config: Parameters<typeof RunningServer.start>[0] = {}, stallMs = 60_000) {
  return RunningServer.start({ text: text(), seats: 2, queueLimit: 2, ...config }, { stallMs });
}

describe('worker models over real sockets', () => {
  it('debug: the second client waits until the first has gone', async () => {
    const server = await started({ model: 'debug' });
    const first = await server.holder();
    const second = await server.get('/stream');
    await server.happened(2, 'queued');
    expect(second.text).toBe('');
    first.socket.destroy();
    await second.until(() => second.text.endsWith('0\r\n\r\n'));
    expect(server.kinds(2)).toEqual(['queued', 'seated', 'done']);
    const seated = server.events.find(({ client, kind }) => client === 2 && kind === 'seated');
    expect(seated).toMatchObject({ seat: 1 });
    expect(seated?.waitedMs).toBeGreaterThan(0);
  });

  it.each(['sync', 'threads'] as const)(
    '%s: two are served, two wait, the fifth is refused with Retry-After',
    async (model) => {
      const server = await started({ model });
      await server.holder();
      await server.holder();
      await server.get('/stream');
      await server.happened(3, 'queued');
      await server.get('/buffer');
      await server.happened(4, 'queued');
      const fifth = await server.fetch('/table');
      expect([fifth.status, fifth.headers.get('retry-after')]).toEqual([503, '5']);
      expect(await fifth.text()).toContain('the queue is full');
      await server.happened(5, 'refused');
      const places = server.events.filter(({ kind }) => kind === 'queued');
      expect(places.map(({ client, place }) => [client, place])).toEqual([
        [3, 1],
        [4, 2],
      ]);
    },
  );

  it('async: everyone is served at once', async () => {
    const server = await started({ model: 'async' });
    await Promise.all(Array.from({ length: 20 }, () => server.holder()));
    const answers = [...server.server.dispatcher.responses.values()];
    expect(answers).toHaveLength(20);
    expect(answers.every(({ seatedMs }) => seatedMs !== null)).toBe(true);
    expect(server.events.every(({ seat }) => seat === null)).toBe(true);
  });

  it('a full server can be looked at: / and /status take no seat', async () => {
    const server = await started({ model: 'debug', queueLimit: 0 });
    await server.holder();
    const status: unknown = await (await server.fetch('/status')).json();
    expect(status).toMatchObject({
      workers: { model: 'debug', seats: 1, taken: 1 },
      queue: { waiting: 0, limit: 0 },
      clients: [{ client: 1, endpoint: '/stream', seat: 1, target: '/stream?rate=1' }],
    });
    expect((await server.fetch('/')).status).toBe(200);
  });

  it('more seats while running pick up who waits; fewer take none away', async () => {
    const server = await started({ model: 'debug' });
    await server.holder();
    const second = await server.get('/stream?rate=1');
    await server.happened(2, 'queued');
    server.server.dispatcher.setWorkers('sync', 2);
    await second.until(() => second.receivedBytes > 0);
    server.server.dispatcher.setWorkers('debug', 1);
    await server.get('/stream');
    await server.happened(3, 'queued');
    second.socket.destroy();
    await server.happened(2, 'left');
    expect(server.kinds(3)).toEqual(['queued']);
  });
});

describe('a seat becomes free', () => {
  async function oneSeat(stallMs?: number) {
    const media = served(64_000_000);
    return started({ model: 'debug', media }, stallMs);
  }

  it('at the end of the answer, with its last byte and not before', async () => {
    const server = await oneSeat();
    const first = await server.get('/buffer?file=media');
    await first.until(() => first.receivedBytes > 1000);
    first.socket.pause();
    const second = await server.get('/buffer');
    await server.happened(2, 'queued');
    expect(second.text).toBe('');
    first.socket.resume();
    await first.until(() => first.receivedBytes > 64_000_000);
    await server.happened(1, 'done');
    await server.happened(2, 'done');
  });

  it('when the client closes its connection', async () => {
    const server = await oneSeat();
    const first = await server.holder();
    await server.get('/buffer');
    await server.happened(2, 'queued');
    first.socket.destroy();
    await server.happened(1, 'left');
    await server.happened(2, 'done');
  });

  it('when the client resets its connection in the middle of a write', async () => {
    const server = await oneSeat();
    const first = await server.get('/stream?file=media&chunk=16MiB');
    await first.until(() => first.receivedBytes > 1000);
    first.socket.pause();
    await server.get('/buffer');
    await server.happened(2, 'queued');
    first.socket.resetAndDestroy();
    await server.happened(1, 'left');
    await server.happened(2, 'done');
  });

  it('when a client takes nothing for too long', async () => {
    const server = await oneSeat(300);
    const first = await server.get('/buffer?file=media');
    await first.until(() => first.receivedBytes > 1000);
    first.socket.pause();
    await server.get('/buffer');
    await server.happened(1, 'timed-out');
    await server.happened(2, 'done');
  });

  it('when its answer is dropped', async () => {
    const server = await oneSeat();
    const first = await server.holder();
    await server.get('/buffer');
    await server.happened(2, 'queued');
    server.server.dispatcher.drop(1);
    await first.untilClosed();
    await server.happened(1, 'dropped');
    await server.happened(2, 'done');
  });

  it('for nobody when someone leaves the queue', async () => {
    const server = await oneSeat();
    await server.holder();
    const second = await server.get('/buffer');
    await server.happened(2, 'queued');
    second.socket.destroy();
    await server.happened(2, 'left');
    expect(server.server.workers).toMatchObject({ served: 1, waiting: 0 });
  });

  it('not because the server itself takes its time', async () => {
    const server = await oneSeat(100);
    const client = await server.get('/table?rows=100&delay=400');
    await client.until(() => client.text.endsWith('0\r\n\r\n'));
    await server.happened(1, 'done');
  });
});

describe('one connection', () => {
  it('is worked on one request at a time, and what is asked ahead takes no seat', async () => {
    const server = await started({ model: 'sync' });
    const client = await server.get('/stream?rate=2kB/s');
    client.ask('/buffer');
    client.ask('/status');
    await server.happened(1, 'done');
    expect(server.kinds(2)).not.toContain('queued');
    await client.until(() => (client.text.match(/HTTP\/1\.1 200/g) ?? []).length === 3);
    const order = [...client.text.matchAll(/X-Bufferscope-Client: (\d)/g)].map(([, n]) => n);
    expect(order).toEqual(['1', '2', '3']);
  });

  it('that asks too much ahead is closed', async () => {
    const server = await started({ model: 'sync' });
    const client = await server.holder();
    for (let i = 0; i < 30; i++) client.ask('/status');
    await client.untilClosed();
    await eventually(() => expect(server.server.connections.count).toBe(0));
  });
});
