import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Box } from '../../../electron/box/box';
import type { BoxSettings } from '../../../electron/ipc/box-port';
import { eventually } from '../../eventually';
import { RawClient } from '../server/raw-client';
import { RunningServer, served } from '../server/running-server';

/** A box before a real server that serves a text of 96 kB. */
async function boxed(settings: Partial<BoxSettings> = {}) {
  const content = randomBytes(96_000);
  const server = await RunningServer.start({ text: served(content, 'example.txt') });
  const box = new Box(`http://127.0.0.1:${server.port}`);
  box.settings = { ...box.settings, ...settings };
  const { port, origin } = await box.listen();
  onTestFinished(() => box.close());
  const ask = (target: string, ...headers: string[]) => RawClient.get(port, target, ...headers);
  return { server, box, port, origin, content, ask };
}

/** Waits until the newest answer of a box is so. */
async function until(box: Box, isSo: (answer: Box['answers'][number]) => boolean) {
  return eventually(() => {
    const answer = box.answers.at(-1);
    if (!answer || !isSo(answer)) throw new Error(JSON.stringify(answer));
    return answer;
  });
}

const SLOW = '/stream?chunk=1000&rate=40000';

describe('a box between', () => {
  it.each(['pass', 'gather', 'gzip'] as const)(
    'that is set to %s carries all of it',
    async (way) => {
      const { origin, content, box } = await boxed({ way });
      const answer = await fetch(`${origin}/stream?chunk=1000`);
      expect(answer.headers.get('content-encoding')).toBe(way === 'gzip' ? 'gzip' : null);
      expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
      const { inBytes, outBytes, heldBytes } = await until(box, ({ state }) => state === 'done');
      expect([inBytes, outBytes, heldBytes]).toEqual([96_000, 96_000, 0]);
      // What has a length keeps it, unless it is changed on the way.
      const whole = await fetch(`${origin}/buffer`);
      expect(whole.headers.get('content-length')).toBe(way === 'gzip' ? null : '96000');
      expect(Buffer.from(await whole.arrayBuffer()).equals(content)).toBe(true);
    },
  );

  it('gathers 32 kB before it passes anything on, and not where a header asks it not to', async () => {
    const { ask, box } = await boxed({ way: 'gather', gatherBytes: 32_000 });
    const client = await ask(SLOW);
    await until(box, ({ heldBytes }) => heldBytes > 5000);
    expect(client.receivedBytes).toBe(0);
    const first = await until(box, ({ lumps }) => lumps === 1);
    expect(first.lumpBytes).toBe(32_000);
    // 32 kB at 40 kB a second.
    expect(first.firstOutMs).toBeGreaterThan(700);
    client.socket.destroy();
    await ask(`${SLOW}&accel=no`);
    const passed = await until(box, ({ lumps, way }) => way === 'pass' && lumps > 5);
    expect(passed.heldBytes).toBe(0);
    expect(passed.firstOutMs).toBeLessThan(700);
  });

  it('that ignores the header gathers all the same', async () => {
    const { ask, box } = await boxed({ way: 'gather', honours: false });
    await ask(`${SLOW}&accel=no`);
    expect((await until(box, ({ heldBytes }) => heldBytes > 5000)).way).toBe('gather');
  });

  it('ends what it fetches when its client leaves', async () => {
    const { ask, box, server } = await boxed({ way: 'gather' });
    const client = await ask(SLOW);
    await until(box, ({ heldBytes }) => heldBytes > 1000);
    client.socket.destroy();
    await until(box, ({ state }) => state === 'left');
    await server.happened(1, 'left');
  });

  it('breaks the connection when the server does, and loses what it held', async () => {
    const { ask, box, server } = await boxed({ way: 'gather' });
    const client = await ask(SLOW);
    await until(box, ({ heldBytes }) => heldBytes > 5000);
    server.server.dispatcher.drop(1);
    const { lostBytes } = await until(box, ({ state }) => state === 'broke');
    expect(lostBytes).toBeGreaterThan(5000);
    await client.until(() => client.closed);
    expect(client.receivedBytes).toBe(0);
  });

  it('is held back by a client that does not read, and never holds more than it gathers', async () => {
    const { box, origin } = await boxed({ way: 'gather', gatherBytes: 10_000 });
    const { body } = await fetch(`${origin}/table?rows=1000000`);
    const reader = body?.getReader();
    await reader?.read();
    const before = (await until(box, ({ lumps }) => lumps > 0)).inBytes;
    await eventually(() => {
      if ((box.answers.at(-1)?.inBytes ?? 0) < before) throw new Error('not yet');
    });
    expect(box.answers.every(({ heldBytes }) => heldBytes < 10_000)).toBe(true);
    await reader?.cancel();
  });

  it('answers to its own name only, as the server does', async () => {
    const { port } = await boxed();
    const client = await RawClient.connect(port);
    client.socket.write('GET /stream HTTP/1.1\r\nHost: evil.example\r\n\r\n');
    await client.until(() => client.text.includes('\r\n\r\n'));
    expect(client.text).toMatch(/^HTTP\/1\.1 403 /);
  });

  it('says so when there is no server behind it', async () => {
    const { server, origin } = await boxed();
    await server.server.close();
    expect((await fetch(`${origin}/stream`)).status).toBe(502);
  });
});
