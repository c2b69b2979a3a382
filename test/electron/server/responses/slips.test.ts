import { describe, expect, it } from 'vitest';
import { eventually } from '../../../eventually';
import { RunningServer, served } from '../running-server';

const TEXT = Buffer.from('0123456789'.repeat(1000));
const JPEG = Buffer.from([0xff, 0xd8, 1, 2, 3, 0xff, 0xd9]);

const started = () =>
  RunningServer.start(
    { text: served(TEXT, 'example.txt') },
    {
      pictures: () => {
        let timer: NodeJS.Timeout;
        return {
          start(listener) {
            timer = setInterval(() => listener.frame(JPEG), 20);
          },
          stop() {
            clearInterval(timer);
            return Promise.resolve();
          },
        };
      },
    },
  );

describe('the classic slips, for who asks for one', () => {
  it('a buffer whose pointer was not put back: the download is empty, and well formed', async () => {
    const server = await started();
    const answer = await server.fetch('/buffer?slip=pointer');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-length')).toBe('0');
    expect((await answer.arrayBuffer()).byteLength).toBe(0);
  });

  it('a stream that yields once: its first piece and no more', async () => {
    const server = await started();
    const answer = await server.fetch('/stream?chunk=1024&slip=once');
    expect(await answer.text()).toBe(TEXT.subarray(0, 1024).toString());
  });

  it('a feed whose parts do not say how long they are', async () => {
    const server = await started();
    const client = await server.get('/feed?slip=length');
    await client.until(() => client.text.split('--frame').length > 3);
    expect(client.body.toString('latin1')).not.toContain('Content-Length');
    expect(client.body.includes(JPEG)).toBe(true);
  });

  it('a table that is built whole: the same bytes, held all at once, and none of them early', async () => {
    const server = await started();
    const part = await (await server.fetch('/table?rows=1000')).text();
    const whole = await server.fetch('/table?rows=1000&slip=whole');
    expect(await whole.text()).toBe(part);
    const figures = server.server.dispatcher.figures.all([]);
    const held = figures.find(({ endpoint }) => endpoint === '/table')?.heldEachBytes;
    expect(held).toBe(part.length);
  });

  it('only those there are', async () => {
    const server = await started();
    for (const path of [
      '/buffer?slip=once',
      '/stream?slip=x',
      '/feed?slip=whole',
      '/table?slip=1',
    ]) {
      expect((await server.fetch(path)).status).toBe(400);
    }
  });
});

describe('a stream whose backpressure is off', () => {
  it('reads on into memory while its client reads nothing, and sends the same bytes in the end', async () => {
    const content = Buffer.alloc(20_000_000, 'b');
    const server = await RunningServer.start({ media: served(content) });
    const client = await server.get('/stream?file=media&chunk=1MB&backpressure=off');
    client.socket.pause();
    const answer = () => [...server.server.dispatcher.responses.values()][0];
    await eventually(() => {
      if ((answer()?.heldBytes ?? 0) < 8_000_000) throw new Error(String(answer()?.heldBytes));
    });
    client.socket.resume();
    await client.until(() => client.text.endsWith('0\r\n\r\n'));
    expect(client.receivedBytes).toBeGreaterThan(20_000_000);
  });
});

describe('a header that asks not to be gathered', () => {
  it('is sent where it is asked for', async () => {
    const server = await started();
    const asked = await server.fetch('/stream?accel=no');
    expect(asked.headers.get('x-accel-buffering')).toBe('no');
    expect(asked.headers.get('cache-control')).toBe('no-store, no-transform');
    const plain = await server.fetch('/stream');
    expect(plain.headers.get('x-accel-buffering')).toBeNull();
    expect(plain.headers.get('cache-control')).toBe('no-store');
  });
});

describe('/watch', () => {
  it('shows the feed and its ten lines, may load pictures of ours alone, and takes no seat', async () => {
    const server = await RunningServer.start({ model: 'sync', seats: 1, text: served(TEXT) });
    await server.holder();
    const answer = await server.fetch('/watch');
    const page = await answer.text();
    expect(page).toContain('<img src="/feed"');
    expect(page).toContain('&lt;img src=&quot;/feed&quot;');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("img-src 'self'");
    expect(policy).not.toContain('script');
  });
});
