import { expect, it, onTestFinished, vi } from 'vitest';
import type { FromServer } from '../../../electron/ipc/server-port';
import { Server } from '../../../electron/server/server';
import { WindowPort } from '../../../electron/server/window-port';
import { RawClient } from './raw-client';
import { served } from './running-server';
import { eventually } from '../../eventually';

type Of<T extends FromServer['type']> = Extract<FromServer, { type: T }>;

async function opened() {
  const told: FromServer[] = [];
  const window = new WindowPort((message) => told.push(structuredClone(message)));
  const server = new Server(
    {
      ...{
        port: 0,
        model: 'debug',
        seats: 2,
        watchdogMs: null,
        queueLimit: 5,
        ffmpegPath: null,
        feedSource: 'test',
      },
      ...{ text: served(1000), media: null },
    },
    { heard: window.heard },
  );
  const { port, origin } = await server.listen();
  onTestFinished(async () => {
    window.close();
    await server.close();
  });
  window.open(server, port, origin);
  const all = <T extends FromServer['type']>(type: T) =>
    told.filter((message): message is Of<T> => message.type === type);
  const snapshot = (isSo: (last: Of<'snapshot'>) => boolean) =>
    eventually(() => {
      const last = all('snapshot').at(-1);
      if (!last || !isSo(last)) throw new Error(JSON.stringify(last));
      return last;
    });
  return { window, server, port, all, snapshot };
}

it('tells where it listens, then every client as it sits and waits', async () => {
  const { port, all, snapshot } = await opened();
  expect(all('listening')).toMatchObject([{ url: `http://127.0.0.1:${port}`, pid: process.pid }]);
  await RawClient.get(port, '/stream?rate=1');
  await snapshot(({ clients }) => clients.length === 1);
  await RawClient.get(port, '/buffer');
  const { clients, model, seats, connections } = await snapshot(
    ({ clients }) => clients.length === 2,
  );
  expect({ model, seats, connections }).toEqual({ model: 'debug', seats: 1, connections: 2 });
  expect(clients).toMatchObject([
    { client: 1, endpoint: '/stream', seat: 1 },
    { client: 2, endpoint: '/buffer', seat: null, seatedMs: null, step: 'wait' },
  ]);
  const events = all('events').flatMap(({ events }) => events.map(({ kind }) => kind));
  expect(events).toEqual(['seated', 'queued']);
});

it('does what the window says', async () => {
  const { window, port, snapshot } = await opened();
  await RawClient.get(port, '/stream?rate=1');
  await RawClient.get(port, '/stream?rate=1');
  await snapshot(({ clients }) => clients.length === 2);
  window.obey({ type: 'workers', model: 'sync', seats: 2, watchdogMs: null });
  await snapshot(({ clients }) => clients.every(({ seat }) => seat !== null));
  window.obey({ type: 'drop', client: 1 });
  await snapshot(({ clients }) => clients.length === 1);
  window.obey({ type: 'dance' });
  // What is served is main's to say.
  window.obey({ type: 'media', media: served(500) });
  expect((await fetch(`http://127.0.0.1:${port}/buffer?file=media`)).status).toBe(404);
});

it('is silent when nothing changes, apart from what memory does by itself', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] });
  const resident = vi.spyOn(process.memoryUsage, 'rss').mockReturnValue(50_000_000);
  onTestFinished(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  const { all } = await opened();
  vi.advanceTimersByTime(1000);
  const before = all('snapshot').length;
  expect(before).toBeGreaterThan(0);
  vi.advanceTimersByTime(60_000);
  expect(all('snapshot').length).toBe(before);
  resident.mockReturnValue(51_000_000);
  vi.advanceTimersByTime(1000);
  expect(all('snapshot').length).toBe(before + 1);
  expect(all('snapshot').at(-1)?.rssBytes).toBe(51_000_000);
});
