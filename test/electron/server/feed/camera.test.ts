import { describe, expect, it, onTestFinished } from 'vitest';
import type { FeedSource, FromServer } from '../../../../electron/ipc/server-port';
import { findFfmpeg } from '../../../../electron/media/ffmpeg';
import { BROADCASTER_OPTIONS } from '../../../../electron/server/feed/broadcaster';
import { Server } from '../../../../electron/server/server';
import { WindowPort } from '../../../../electron/server/window-port';
import { ffmpegChildren } from '../../media/children';
import { RawClient } from '../raw-client';
import { eventually } from '../../../eventually';

type Told = Extract<FromServer, { type: 'feed' | 'frame-taken' }>;

/** A server with a window that the test plays: what it was told of its camera, and what it says. */
async function withWindow(feedSource: FeedSource, ffmpegPath: string | null = null) {
  const told: Told[] = [];
  const window = new WindowPort((message) => {
    if (message.type === 'feed' || message.type === 'frame-taken') told.push(message);
  });
  const log: string[] = [];
  const server = new Server(
    {
      ...{
        port: 0,
        model: 'sync',
        seats: 2,
        watchdogMs: null,
        queueLimit: 5,
        ffmpegPath,
        feedSource,
      },
      ...{ text: null, media: null },
    },
    {
      broadcaster: { ...BROADCASTER_OPTIONS, lingerMs: 100, restartMs: 50 },
      camera: () => window.pictures.source(),
      heard: window.heard,
      log: (line) => log.push(line),
    },
  );
  const { port, origin } = await server.listen();
  onTestFinished(async () => {
    window.close();
    await server.close();
  });
  window.open(server, port, origin);
  let id = 0;
  return {
    ...{ window, server, port, told, log },
    /** A frame of the camera, all of one value. */
    frame: (value: number, bytes = 100): number => {
      id += 1;
      window.obey({ type: 'frame', id, data: new Uint8Array(bytes).fill(value) });
      return id;
    },
    wanted: (value: boolean) =>
      eventually(() => {
        expect(told.findLast(({ type }) => type === 'feed')).toEqual({
          type: 'feed',
          wanted: value,
        });
      }),
  };
}

/** Waits until the newest frame that a client has got is of this value. */
const sees = (client: RawClient, value: number) =>
  client.until(() => client.received.includes(Buffer.alloc(100, value)));

describe('the camera on /feed', () => {
  it('is wanted while someone looks and takes a seat for each, and is off again after the last', async () => {
    const { server, port, told, frame, wanted } = await withWindow('camera');
    expect(told).toEqual([]);
    const [one, two] = [await RawClient.get(port, '/feed'), await RawClient.get(port, '/feed')];
    await wanted(true);
    await eventually(() => expect(server.broadcaster.viewers).toBe(2));
    frame(1);
    await Promise.all([sees(one, 1), sees(two, 1)]);
    expect(server.workers.served).toBe(2);
    expect(server.feed).toMatchObject({ source: 'camera', viewers: 2, on: true });
    one.socket.destroy();
    frame(2);
    await sees(two, 2);
    two.socket.destroy();
    await wanted(false);
    expect(told.filter(({ type }) => type === 'feed')).toHaveLength(2);
    expect(server.workers.served).toBe(0);
  });

  it('takes each frame once, whoever holds it back, and shows the newest', async () => {
    const { server, port, told, frame, wanted } = await withWindow('camera');
    const slow = await RawClient.get(port, '/feed');
    await wanted(true);
    await eventually(() => expect(server.broadcaster.viewers).toBe(1));
    slow.socket.pause();
    const ids = Array.from({ length: 100 }, (_, n) => frame(n, 300_000));
    expect(told.filter(({ type }) => type === 'frame-taken')).toEqual(
      ids.map((id) => ({ type: 'frame-taken', id })),
    );
    expect(server.dispatcher.responses.get(1)?.heldBytes).toBeLessThan(300_200);
    frame(255);
    slow.socket.resume();
    await sees(slow, 255);
    expect(slow.receivedBytes).toBeLessThan(50 * 300_000);
  });

  it('takes a frame that comes too late, and shows it to nobody', async () => {
    const { port, told, frame, wanted, window } = await withWindow('camera');
    const id = frame(1);
    window.obey({ type: 'camera-gone', detail: 'late' });
    expect(told).toEqual([{ type: 'frame-taken', id }]);
    const client = await RawClient.get(port, '/feed');
    await wanted(true);
    frame(2);
    await sees(client, 2);
    expect(client.received.includes(Buffer.alloc(100, 1))).toBe(false);
  });

  it('answers 503 when it cannot be opened, and is not wanted any more', async () => {
    const { window, port, wanted, log } = await withWindow('camera');
    const answer = fetch(`http://127.0.0.1:${port}/feed`);
    await wanted(true);
    window.obey({ type: 'camera-gone', detail: 'Cam is in use by another program.' });
    expect((await answer).status).toBe(503);
    expect(await (await answer).text()).toContain('No picture could be made');
    await wanted(false);
    expect(log.join()).toContain('Cam is in use by another program.');
  });

  it('is asked for again when it goes away, and its viewers end when it stays away', async () => {
    const { window, port, frame, wanted, told } = await withWindow('camera');
    const client = await RawClient.get(port, '/feed');
    await wanted(true);
    frame(1);
    await sees(client, 1);
    for (let time = 1; time <= 4; time++) {
      window.obey({ type: 'camera-gone', detail: 'unplugged' });
      expect(told.at(-1)).toEqual({ type: 'feed', wanted: false });
      if (time < 4) await wanted(true);
    }
    await client.untilClosed();
    expect(told.at(-1)).toEqual({ type: 'feed', wanted: false });
  });

  it('gives way to the test pattern and comes back, and nobody who looks has to ask anew', async () => {
    const { path } = await findFfmpeg();
    const { window, server, port, frame, wanted, told } = await withWindow('camera', path);
    const client = await RawClient.get(port, '/feed');
    await wanted(true);
    frame(1);
    await sees(client, 1);
    window.obey({ type: 'feed-source', source: 'test' });
    expect(told.at(-1)).toEqual({ type: 'feed', wanted: false });
    const before = client.receivedBytes;
    await client.until(() => client.receivedBytes > before + 4000);
    expect(ffmpegChildren()).toHaveLength(1);
    window.obey({ type: 'feed-source', source: 'camera' });
    await wanted(true);
    await eventually(() => expect(ffmpegChildren()).toHaveLength(0));
    frame(3);
    await sees(client, 3);
    expect(server.feed.source).toBe('camera');
    expect(client.closed).toBe(false);
  });

  it('stays on when it is chosen again, and needs no ffmpeg; the pattern does', async () => {
    const { window, port, frame, wanted, told } = await withWindow('camera');
    const client = await RawClient.get(port, '/feed');
    await wanted(true);
    window.obey({ type: 'feed-source', source: 'camera' });
    frame(1);
    await sees(client, 1);
    expect(told.filter(({ type }) => type === 'feed')).toHaveLength(1);
    client.socket.destroy();
    window.obey({ type: 'feed-source', source: 'test' });
    const refused = await fetch(`http://127.0.0.1:${port}/feed`);
    expect(refused.status).toBe(503);
    expect(await refused.text()).toContain('There is no ffmpeg');
  });
});
