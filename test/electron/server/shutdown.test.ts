import { expect, it } from 'vitest';
import { RunningServer, served } from './running-server';

it('ends with 50 open streams, idle connections and a queue', async () => {
  const server = await RunningServer.start({
    ...{ text: served(1000), media: served(64_000_000), model: 'sync', seats: 64, queueLimit: 100 },
  });
  const holders = await Promise.all(Array.from({ length: 25 }, () => server.holder()));
  const stalled = await Promise.all(
    Array.from({ length: 25 }, async () => {
      const client = await server.get('/stream?file=media&chunk=1MiB');
      await client.until(() => client.receivedBytes > 0);
      client.socket.pause();
      return client;
    }),
  );
  server.server.dispatcher.setWorkers('sync', 1);
  const waiting = await server.get('/buffer');
  await server.happened(51, 'queued');
  expect(server.server.connections.count).toBe(51);

  await server.server.close();
  for (const client of stalled) client.socket.resume();
  await Promise.all([...holders, ...stalled, waiting].map((client) => client.untilClosed()));
  // Nobody can take what was cut for whole.
  expect(holders.some((client) => client.text.endsWith('0\r\n\r\n'))).toBe(false);
  expect(server.server.dispatcher.responses.size).toBe(0);
  await expect(server.fetch('/status')).rejects.toThrow();
});
