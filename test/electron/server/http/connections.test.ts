import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SYSTEM_TELLS } from '../../../../electron/server/http/socket-queues';
import { RawClient } from '../raw-client';
import { RunningServer, served } from '../running-server';
import { eventually } from '../../../eventually';

const text = () => served(Buffer.from('text\n'));

async function asked(server: RunningServer, request: string): Promise<RawClient> {
  const client = await RawClient.connect(server.port);
  client.socket.write(request.replaceAll('HERE', `127.0.0.1:${server.port}`));
  return client;
}

/** What a client reads to the end that asks one thing and ends its sending side at once. */
function halfOpen(port: number, target: string): Promise<Buffer> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  onTestFinished(() => void socket.destroy());
  socket.end(`GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    socket.on('data', (piece) => pieces.push(piece));
    socket.on('end', () => resolve(Buffer.concat(pieces)));
    socket.on('error', reject);
  });
}

describe('a client that ends its sending side', () => {
  it.each(['/buffer', '/stream?chunk=64KiB', '/status'])('gets all of %s', async (target) => {
    const media = served(5_000_000);
    const server = await RunningServer.start({ text: media });
    const answer = await halfOpen(server.port, target);
    expect(answer.toString('latin1', 0, 15)).toBe('HTTP/1.1 200 OK');
    if (target !== '/status') expect(answer.byteLength).toBeGreaterThan(5_000_000);
  });

  it('gets it from the queue, too', async () => {
    const server = await RunningServer.start({ text: text(), model: 'sync', seats: 1 });
    const holder = await server.holder();
    const answer = halfOpen(server.port, '/buffer');
    await server.happened(2, 'queued');
    // One that is gone altogether waits behind it: once that is seen, it was looked at, too.
    const gone = await server.get('/buffer');
    await server.happened(3, 'queued');
    gone.socket.destroy();
    if (SYSTEM_TELLS) await server.happened(3, 'left');
    holder.socket.destroy();
    expect((await answer).toString('latin1')).toMatch(/text\n$/);
  });

  it.skipIf(!SYSTEM_TELLS)('and goes altogether leaves the queue', async () => {
    const server = await RunningServer.start({ text: text(), model: 'sync', seats: 1 });
    await server.holder();
    const waiting = await server.get('/buffer');
    await server.happened(2, 'queued');
    waiting.socket.destroy();
    await server.happened(2, 'left');
    expect(server.server.workers).toMatchObject({ served: 1, waiting: 0 });
  });
});

describe('what is asked behind an answer that closes the connection', () => {
  it('takes no seat, however often', async () => {
    const server = await RunningServer.start({ text: text(), model: 'sync', seats: 4 });
    for (let times = 0; times < 8; times += 1) {
      const client = await asked(
        server,
        'POST / HTTP/1.1\r\nHost: HERE\r\nContent-Length: 0\r\n\r\nGET /buffer HTTP/1.1\r\nHost: HERE\r\n\r\n',
      );
      await client.untilClosed();
      expect(client.text.match(/HTTP\/1\.1/g)).toHaveLength(1);
    }
    await eventually(() => expect(server.server.workers).toMatchObject({ served: 0, waiting: 0 }));
    expect(await (await server.fetch('/buffer')).text()).toBe('text\n');
    expect(server.server.dispatcher.responses.size).toBe(0);
  });

  it('is not answered', async () => {
    const server = await RunningServer.start({ text: text(), model: 'sync', seats: 1 });
    const client = await asked(
      server,
      'GET /buffer HTTP/1.1\r\nHost: HERE\r\nConnection: close\r\n\r\nGET /stream HTTP/1.1\r\nHost: HERE\r\n\r\n',
    );
    await client.untilClosed();
    expect(client.text.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(client.text).toMatch(/text\n$/);
    await eventually(() => expect(server.server.workers.served).toBe(0));
  });
});

it('CONNECT behind a stream comes in turn', async () => {
  const server = await RunningServer.start({ text: served(200_000) });
  const client = await asked(
    server,
    'GET /stream?chunk=1KiB HTTP/1.1\r\nHost: HERE\r\n\r\nCONNECT HERE HTTP/1.1\r\nHost: HERE\r\n\r\n',
  );
  await client.untilClosed();
  const [stream, connected, ...more] = client.text.split('HTTP/1.1 ').slice(1);
  expect(stream).toMatch(/^200 OK/);
  expect(stream).toMatch(/\r\n0\r\n\r\n$/);
  expect(connected).toMatch(/^405 /);
  expect(more).toEqual([]);
});
