import { once } from 'node:events';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  parseSocketTable,
  socketQueues,
  SYSTEM_TELLS,
} from '../../../../electron/server/http/socket-queues';
import { eventually } from '../../../eventually';

const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 11 1 0 100 0 0 10 0
   1: 0100007F:1F90 0100007F:D3A2 01 00000100:00000000 01:00000014 00000000     0        0 12 1 0 20 4 30 10 -1
   2: 0100007F:D3A2 0100007F:1F90 01 00000000:00000010 00:00000000 00000000     0        0 13 1 0 20 4 30 10 -1
   3: 0100007F:1F90 0100007F:D3A4 08 00000000:00000000 00:00000000 00000000     0        0 14 1 0 20 4 30 10 -1
   4: 0100007F:D3A4 0100007F:1F90 05 00000000:00000000 00:00000000 00000000     0        0 0 1 0 20 4 30 10 -1
   5: 0100007F:D3A6 0100007F:1F91 01 00000000:00000010 00:00000000 00000000     0        0 15 1 0 20 4 30 10 -1
`;

it('both ends of a connection are added up, and an end that no process holds is gone', () => {
  expect([...parseSocketTable(TABLE, 0x1f90)]).toEqual([
    [0xd3a2, { unreadBytes: 272, clientGone: false }],
    [0xd3a4, { unreadBytes: 0, clientGone: true }],
  ]);
});

describe.skipIf(!SYSTEM_TELLS)('of real connections Linux tells', () => {
  async function connected(): Promise<{ port: number; client: Socket; server: Socket }> {
    const listener = createServer({ allowHalfOpen: true }).listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as AddressInfo;
    const client = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const [server] = (await once(listener, 'connection')) as [Socket];
    onTestFinished(() => {
      client.destroy();
      server.destroy();
      listener.close();
    });
    return { port, client, server };
  }
  const queueOf = async (port: number, client: number) => (await socketQueues(port))?.get(client);

  it('what the client has yet to read', async () => {
    const { port, client, server } = await connected();
    client.pause();
    server.write(Buffer.alloc(100_000));
    await eventually(async () => {
      const queue = await queueOf(port, client.localPort ?? 0);
      expect(queue).toEqual({ unreadBytes: expect.any(Number) as number, clientGone: false });
      // What the client's own library has taken in before it was paused is read.
      expect(queue?.unreadBytes).toBeGreaterThan(30_000);
    });
  });

  it('who has ended its sending side from who has gone', async () => {
    const { port, client } = await connected();
    const clientPort = client.localPort ?? 0;
    client.end();
    await eventually(async () =>
      expect(await queueOf(port, clientPort)).toMatchObject({ clientGone: false }),
    );
    client.destroy();
    await eventually(async () =>
      expect((await queueOf(port, clientPort))?.clientGone).not.toBe(false),
    );
  });
});
