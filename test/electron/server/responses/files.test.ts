import { createHash, randomBytes } from 'node:crypto';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { RunningServer, served } from '../running-server';

const run = promisify(execFile);
const sha = (bytes: Uint8Array | ArrayBuffer) =>
  createHash('sha256').update(new Uint8Array(bytes)).digest('hex');
const text = Buffer.from('It flows.\n'.repeat(5000));

async function withFiles(media = randomBytes(3_000_017)) {
  const files = {
    media: served(media, 'Füllm "1".mp4'),
    text: { ...served(text), name: 'example.txt', mime: 'text/plain' },
  };
  return { server: await RunningServer.start(files), media, files };
}

describe('/buffer', () => {
  it('sends the text whole, to be saved as example.txt', async () => {
    const { server } = await withFiles();
    const answer = await server.fetch('/buffer');
    expect(answer.headers.get('content-length')).toBe(String(text.byteLength));
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="example.txt"');
    expect(answer.headers.get('x-bufferscope-client')).toBe('1');
    expect(sha(await answer.arrayBuffer())).toBe(sha(text));
  });

  it('sends the media file under its name', async () => {
    const { server, media } = await withFiles();
    const answer = await server.fetch('/buffer?file=media');
    expect(answer.headers.get('content-disposition')).toBe(
      `inline; filename="F_llm _1_.mp4"; filename*=UTF-8''F%C3%BCllm%20%221%22.mp4`,
    );
    expect(sha(await answer.arrayBuffer())).toBe(sha(media));
  });

  it('answers HEAD with the head alone, without reading', async () => {
    const { server } = await withFiles();
    const answer = await server.fetch('/buffer?file=media', { method: 'HEAD' });
    expect(answer.headers.get('content-length')).toBe('3000017');
    await server.happened(1, 'done');
    expect(server.events.at(-1)?.sentBytes).toBe(0);
  });

  it('holds the whole file until the last byte has left, then nothing', async () => {
    const { server } = await withFiles(Buffer.alloc(40_000_000, 1));
    const client = await server.get('/buffer?file=media');
    await client.until(() => client.receivedBytes > 0);
    client.socket.pause();
    const [answer] = server.server.dispatcher.responses.values();
    expect(answer).toMatchObject({ heldBytes: 40_000_000, totalBytes: 40_000_000 });
    client.socket.resume();
    await client.until(() => client.receivedBytes > 40_000_000);
    await server.happened(1, 'done');
    expect(answer).toMatchObject({
      heldBytes: 0,
      sentBytes: 40_000_000,
      peakHeldBytes: 40_000_000,
    });
  });
});

describe('/stream', () => {
  it.each(['', '&chunk=1', '&chunk=1000', '&chunk=64KiB', '&chunk=1048576', '&chunk=16MiB'])(
    'sends the same bytes whatever the chunk: %s',
    async (chunk) => {
      const { server, media } = await withFiles(
        chunk === '&chunk=1' ? randomBytes(50_001) : undefined,
      );
      const answer = await server.fetch(`/stream?file=media${chunk}`);
      expect(answer.headers.get('content-length')).toBeNull();
      expect(sha(await answer.arrayBuffer())).toBe(sha(media));
    },
  );

  it('sends 1024 bytes a chunk over the wire, and ends with the empty one', async () => {
    const { server } = await withFiles();
    const client = await server.get('/stream', 'Connection: close');
    const { body } = await client.untilClosed();
    const framed: Buffer[] = [];
    for (let at = 0; at < text.byteLength; at += 1024) {
      const piece = text.subarray(at, at + 1024);
      const size = piece.byteLength.toString(16).padStart(3, '0');
      framed.push(Buffer.from(`${size}\r\n`), piece, Buffer.from('\r\n'));
    }
    expect(body.equals(Buffer.concat([...framed, Buffer.from('0\r\n\r\n')]))).toBe(true);
    expect(client.text).toContain('Transfer-Encoding: chunked');
  });

  it('eight clients at once, some slow, each get exactly the file', async () => {
    const { server, media } = await withFiles(randomBytes(12_000_000));
    const clients = await Promise.all(
      Array.from({ length: 8 }, () => server.fetch('/stream?file=media&chunk=65536')),
    );
    const sums = clients.map(async (answer, i) => {
      const hash = createHash('sha256');
      const reader = answer.body?.getReader();
      for (let pieces = 1; ; pieces++) {
        const piece = await reader?.read();
        if (!piece?.value) return hash.digest('hex');
        hash.update(piece.value);
        if (i % 2 && pieces % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 2));
      }
    });
    expect(await Promise.all(sums)).toEqual(Array.from({ length: 8 }, () => sha(media)));
  });

  it('sends to HTTP/1.0 without chunks and closes', async () => {
    const { server } = await withFiles();
    const { stdout } = await run('curl', ['-s0i', `http://127.0.0.1:${server.port}/stream`], {
      maxBuffer: 1e6,
    });
    expect(stdout).not.toContain('Transfer-Encoding');
    expect(stdout.endsWith(`\r\n\r\n${text.toString()}`)).toBe(true);
  });

  it('is understood by curl', async () => {
    const { server } = await withFiles();
    const url = `http://127.0.0.1:${server.port}/stream?chunk=777`;
    const { stdout } = await run('curl', ['-sf', url], { maxBuffer: 1e6 });
    expect(stdout).toBe(text.toString());
  });

  it('keeps to the rate that is asked for', async () => {
    const { server } = await withFiles();
    const began = performance.now();
    const answer = await server.fetch('/stream?rate=100kB/s');
    expect((await answer.arrayBuffer()).byteLength).toBe(text.byteLength);
    // 50 kB at 100 kB/s; the last share of a twentieth of a second goes as soon as it is due.
    expect(performance.now() - began).toBeGreaterThan(440);
  });

  it('holds two chunks at most', async () => {
    const { server } = await withFiles(Buffer.alloc(30_000_000));
    const client = await server.get('/stream?file=media&chunk=1MiB');
    await client.until(() => client.receivedBytes > 30_000_000);
    await server.happened(1, 'done');
    const stream = server.server.dispatcher.figures
      .all([])
      .find(({ endpoint }) => endpoint === '/stream');
    expect(stream?.heldEachBytes).toBeLessThanOrEqual(2 * 1024 * 1024);
    expect(stream?.served).toBe(1);
  });

  it('cuts the connection when the file ends too early, so that nobody takes it for whole', async () => {
    const { server, files } = await withFiles(Buffer.alloc(2_000_000, 7));
    const client = await server.get('/stream?file=media&chunk=100&rate=2MB/s');
    await client.until(() => client.receivedBytes > 0);
    writeFileSync(files.media.path, 'short');
    await client.untilClosed();
    expect(client.text.endsWith('0\r\n\r\n')).toBe(false);
    await server.happened(1, 'failed');
  });
});

describe('files that are not there', () => {
  it('say so in a sentence', async () => {
    const missing = { path: '/nowhere/film.mp4', name: 'film.mp4', mime: 'video/mp4', bytes: 1 };
    const server = await RunningServer.start({ media: missing });
    const gone = await server.fetch('/stream?file=media');
    expect([gone.status, await gone.text()]).toEqual([
      500,
      'The file film.mp4 cannot be read any more (ENOENT); open it again or choose another one.\n',
    ]);
    await server.happened(1, 'failed');
    const none = await server.fetch('/buffer');
    expect([none.status, await none.text()]).toEqual([
      404,
      'No text file is open; start the server with --text FILE.\n',
    ]);
  });
});
