import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { findFfmpeg } from '../../../../electron/media/ffmpeg';
import { BROADCASTER_OPTIONS } from '../../../../electron/server/feed/broadcaster';
import { ffmpegChildren } from '../../media/children';
import { SYSTEM_TELLS } from '../../../../electron/server/http/socket-queues';
import { RunningServer, served } from '../running-server';
import { ScriptedSource } from './scripted-source';
import { eventually } from '../../../eventually';

const run = promisify(execFile);

async function scripted(options: Partial<typeof BROADCASTER_OPTIONS> = {}) {
  const sources: ScriptedSource[] = [];
  const pictures = () => {
    sources.push(new ScriptedSource());
    return sources.at(-1) as ScriptedSource;
  };
  const server = await RunningServer.start(
    {},
    { pictures, broadcaster: { ...BROADCASTER_OPTIONS, ...options } },
  );
  const source = async () => {
    await eventually(() => expect(sources.at(-1)?.listener).toBeTruthy());
    return sources.at(-1) as ScriptedSource;
  };
  return { server, sources, source };
}

/** The whole frames in a feed's body, by the letter: boundary, head, exactly so many bytes, boundary. */
function framesOf(body: Buffer): Buffer[] {
  const opening = Buffer.from('--frame\r\n');
  expect(body.subarray(0, opening.byteLength)).toEqual(opening);
  const frames: Buffer[] = [];
  for (let at = opening.byteLength; at < body.byteLength;) {
    const end = body.indexOf('\r\n\r\n', at);
    if (end === -1) break;
    const head = body.toString('latin1', at, end);
    const length = Number(/^Content-Type: image\/jpeg\r\nContent-Length: (\d+)$/.exec(head)?.[1]);
    const from = end + 4;
    if (from + length + 11 > body.byteLength) break;
    expect(body.toString('latin1', from + length, from + length + 11)).toBe('\r\n--frame\r\n');
    frames.push(body.subarray(from, from + length));
    at = from + length + 11;
  }
  return frames;
}

describe('/feed on the wire', () => {
  it('sends the boundary right behind the first frame, so that it is shown without a second', async () => {
    const { server, source } = await scripted();
    const client = await server.get('/feed');
    (await source()).frame(7, 1000);
    await client.until(() => client.body.includes('\r\n--frame\r\n', 20));
    expect(client.text).toContain('Content-Type: multipart/x-mixed-replace; boundary=frame\r\n');
    expect(client.text).not.toContain('Transfer-Encoding');
    expect(framesOf(client.body)).toEqual([Buffer.alloc(1000, 7)]);
  });

  it('sends the boundary with the next frame to who asks for it late', async () => {
    const { server, source } = await scripted({ repeatMs: 60_000 });
    const client = await server.get('/feed?boundary=late');
    const pictures = await source();
    pictures.frame(7, 1000);
    await client.until(() => client.body.includes(Buffer.alloc(1000, 7)));
    expect(client.text.split('--frame')).toHaveLength(2);
    pictures.frame(8, 1000);
    await client.until(() => client.body.includes(Buffer.alloc(1000, 8)));
    expect(client.body.toString('latin1').split('\r\n--frame\r\n')).toHaveLength(2);
    expect(framesOf(client.body)).toEqual([Buffer.alloc(1000, 7)]);
  });

  it('of a scene that stands still sends so many pictures and no more', async () => {
    const { server, source } = await scripted({ repeatMs: 20 });
    const still = await server.get('/feed?pictures=2');
    const moving = await server.get('/feed');
    (await source()).frame(7, 1000);
    await still.until(() => still.body.byteLength > 2000);
    await moving.until(() => moving.body.byteLength > 6000);
    expect(framesOf(still.body)).toHaveLength(2);
  });

  it('sends the last frame again when nothing new came for a second', async () => {
    const { server, source } = await scripted({ repeatMs: 100 });
    const client = await server.get('/feed');
    (await source()).frame(7, 1000);
    await client.until(() => client.body.byteLength > 3000);
    expect(framesOf(client.body).every((frame) => frame.equals(Buffer.alloc(1000, 7)))).toBe(true);
  });

  it('leaves frames out for who asks for fewer', async () => {
    const { server, source } = await scripted();
    const all = await server.get('/feed');
    const few = await server.get('/feed?fps=5');
    const pictures = await source();
    await eventually(() => expect(server.server.broadcaster.viewers).toBe(2));
    const began = performance.now();
    for (let frame = 0; frame < 25; frame++) {
      pictures.frame(frame, 50);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const seconds = (performance.now() - began) / 1000;
    await all.until(() => framesOf(all.body).length === 25);
    const shown = framesOf(few.body).length;
    expect(shown).toBeGreaterThanOrEqual(2);
    expect(shown).toBeLessThanOrEqual(Math.ceil(seconds * 5) + 1);
  });

  it.skipIf(!SYSTEM_TELLS)(
    'shows a slow viewer no old picture',
    async () => {
      const { server, source } = await scripted();
      const slow = await server.get('/feed');
      const pictures = await source();
      await eventually(() => expect(server.server.broadcaster.viewers).toBe(1));
      // 100 kB a picture, 25 a second, for a viewer that reads 600 kB a second.
      let frame = 0;
      const source25 = setInterval(() => pictures.frame(frame++ % 256, 100_000), 40);
      slow.socket.pause();
      const began = performance.now();
      while (performance.now() - began < 9000) {
        slow.socket.resume();
        const before = slow.receivedBytes;
        await slow.until(() => slow.receivedBytes > before);
        slow.socket.pause();
        const readMs = ((slow.receivedBytes - before) / 600_000) * 1000;
        await new Promise((resolve) => setTimeout(resolve, readMs));
      }
      clearInterval(source25);
      const shown = framesOf(slow.body).map((picture) => picture[0] ?? 0);
      const newest = (frame - 1) % 256;
      // 25 a second; the last that it has read whole is at most about two seconds old.
      expect(((newest - (shown.at(-1) ?? 0) + 256) % 256) / 25).toBeLessThan(3);
      expect(shown.length).toBeGreaterThan(9);
    },
    30_000,
  );

  it('a viewer that takes nothing holds two frames at most, slows nobody and then gets the newest', async () => {
    const { server, source } = await scripted();
    const slow = await server.get('/feed');
    const quick = await server.get('/feed');
    const pictures = await source();
    await eventually(() => expect(server.server.broadcaster.viewers).toBe(2));
    slow.socket.pause();
    const bytes = 400_000;
    for (let frame = 1; frame <= 100; frame++) {
      pictures.frame(frame, bytes);
      await quick.until(() => quick.receivedBytes > frame * bytes);
    }
    const answer = server.server.dispatcher.responses.get(1);
    expect(answer?.heldBytes).toBeLessThan(bytes + 200);
    expect(answer?.blockedMs).not.toBeNull();
    await quick.until(() => quick.received.at(-12) === 100);
    expect(framesOf(quick.body)).toHaveLength(100);
    slow.socket.resume();
    await slow.until(() => slow.received.at(-12) === 100);
    const seen = framesOf(slow.body).map((frame) => frame[0] ?? 0);
    expect(seen.length).toBeLessThan(100);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it('says 503 in a sentence when no picture can be made', async () => {
    const { server, source } = await scripted();
    const answer = server.fetch('/feed');
    (await source()).die();
    expect((await answer).status).toBe(503);
    expect(await (await answer).text()).toContain('No picture could be made');
    await server.happened(1, 'failed');
  });

  it('answers HEAD without starting anything', async () => {
    const { server, sources } = await scripted();
    const answer = await server.fetch('/feed', { method: 'HEAD' });
    expect(answer.headers.get('content-type')).toBe('multipart/x-mixed-replace; boundary=frame');
    expect(sources).toHaveLength(0);
  });
});

describe('/feed from ffmpeg', () => {
  it('ffmpeg decodes 20 different frames of the test picture, and ours is gone after the last viewer', async () => {
    const { path } = await findFfmpeg();
    const broadcaster = { ...BROADCASTER_OPTIONS, lingerMs: 300 };
    const server = await RunningServer.start({ ffmpegPath: path }, { broadcaster });
    const url = `http://127.0.0.1:${server.port}/feed`;
    const input = ['-v', 'error', '-f', 'mpjpeg', '-i', url];
    const output = ['-frames:v', '20', '-vsync', '0', '-f', 'framemd5', '-'];
    const { stdout } = await run(path, [...input, ...output], { timeout: 40_000 });
    const sums = stdout.split('\n').filter((line) => line.startsWith('0,'));
    expect(new Set(sums.map((line) => line.split(',').at(-1))).size).toBe(20);
    expect(ffmpegChildren()).toHaveLength(1);
    await eventually(() => expect(ffmpegChildren()).toHaveLength(0));
    expect(server.server.broadcaster.on).toBe(false);
  });

  it('plays the media file in a loop for whoever looks', async () => {
    const { path } = await findFfmpeg();
    const media = served(0, 'film.avi');
    const film = ['-f', 'lavfi', '-i', 'testsrc2=s=160x90:r=25:d=0.4', '-c:v', 'mpeg4', media.path];
    await run(path, ['-v', 'error', '-y', ...film]);
    const server = await RunningServer.start({ ffmpegPath: path, media, feedSource: 'media' });
    const [one, two] = await Promise.all([server.get('/feed'), server.get('/feed')]);
    // Ten frames a loop: the twentieth is of the second.
    await one.until(() => one.receivedBytes > 0 && framesUpTo(one.body) > 20);
    await two.until(() => two.receivedBytes > 0 && framesUpTo(two.body) > 20);
    expect(ffmpegChildren()).toHaveLength(1);
    await server.server.close();
    expect(ffmpegChildren()).toHaveLength(0);
  });

  it('says 503 for a file without pictures', async () => {
    const { path } = await findFfmpeg();
    const media = served(Buffer.from('no film\n'));
    const server = await RunningServer.start({ ffmpegPath: path, media, feedSource: 'media' });
    expect((await server.fetch('/feed')).status).toBe(503);
    expect(server.log.join()).toContain('feed: given up');
  });
});

/** Whole frames so far. */
function framesUpTo(body: Buffer): number {
  return body.toString('latin1').split('\r\n--frame\r\n').length - 1;
}
