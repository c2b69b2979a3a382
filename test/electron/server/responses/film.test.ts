import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFfmpeg } from '../../../../electron/media/ffmpeg';
import { RunningServer, served } from '../running-server';

const run = promisify(execFile);

const folder = mkdtempSync(join(tmpdir(), 'bufferscope-fragmented-'));
const film = { path: join(folder, 'film.mp4'), name: 'film.mp4', mime: 'video/mp4', bytes: 0 };
let ffmpegPath = '';

async function started() {
  return RunningServer.start({ ffmpegPath, media: film });
}

/** The types of an MP4's top boxes, in order (ISO 14496-12, 4.2). */
function boxes(film: Buffer): string[] {
  const types: string[] = [];
  for (let at = 0; at + 8 <= film.byteLength; at += Math.max(8, film.readUInt32BE(at))) {
    types.push(film.toString('latin1', at + 4, at + 8));
  }
  return types;
}

const bytesOf = async (response: Response): Promise<Buffer> =>
  Buffer.from(await response.arrayBuffer());

const filmFolders = (): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('bufferscope-film-'));

describe('/film', () => {
  // Two seconds, cut into fragments as Compare delivers them.
  beforeAll(async () => {
    ffmpegPath = (await findFfmpeg()).path;
    const cut = ['-movflags', '+frag_keyframe+empty_moov+default_base_moof', '-f', 'mp4'];
    await run(ffmpegPath, [
      ...['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=size=160x90:rate=10:duration=2'],
      ...['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-g', '10', ...cut, film.path],
    ]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is one MP4 with its index behind its media, or before them, and none in pieces', async () => {
    const server = await started();
    const end = boxes(await bytesOf(await server.fetch('/film')));
    const start = boxes(await bytesOf(await server.fetch('/film?index=start')));
    expect(end.indexOf('moov')).toBeGreaterThan(end.indexOf('mdat'));
    expect(start.indexOf('moov')).toBeLessThan(start.indexOf('mdat'));
    expect(end.indexOf('mdat')).toBeGreaterThanOrEqual(0);
    expect([...end, ...start]).not.toContain('moof');
  });

  it.skipIf(process.platform === 'win32')(
    'is made at the next try, whatever a first one has left',
    async () => {
      // An ffmpeg whose first run fills the disk.
      const first = join(folder, 'first');
      const filling = join(folder, 'filling-ffmpeg');
      const script = `#!/bin/sh
if [ -e '${first}' ]; then exec '${ffmpegPath}' "$@"; fi
touch '${first}'
for out in "$@"; do :; done
echo half > "\${out#file:}"
echo 'No space left on device' >&2
exit 1
`;
      writeFileSync(filling, script, { mode: 0o755 });
      const server = await RunningServer.start({ ffmpegPath: filling, media: film });
      const refused = await server.fetch('/film');
      expect([refused.status, await refused.text()]).toEqual([
        503,
        expect.stringMatching(/disk.+full/),
      ]);
      const made = await server.fetch('/film');
      expect([made.status, boxes(await bytesOf(made)).includes('moov')]).toEqual([200, true]);
    },
  );

  it('sends the range that is asked for, and the log says which', async () => {
    const server = await started();
    const whole = await server.fetch('/film');
    expect([whole.status, whole.headers.get('accept-ranges')]).toEqual([200, 'bytes']);
    const all = await bytesOf(whole);
    const of = all.byteLength;
    for (const [range, from, to] of [
      ['bytes=0-', 0, of - 1],
      ['bytes=100-199', 100, 199],
      ['bytes=-50', of - 50, of - 1],
    ] as const) {
      const part = await server.fetch('/film', { headers: { Range: range } });
      expect([part.status, part.headers.get('content-range')]).toEqual([
        206,
        `bytes ${String(from)}-${String(to)}/${String(of)}`,
      ]);
      expect((await bytesOf(part)).equals(all.subarray(from, to + 1))).toBe(true);
    }
    const beyond = await server.fetch('/film', { headers: { Range: `bytes=${String(of)}-` } });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([
      416,
      `bytes */${String(of)}`,
    ]);
    await server.happened(5, 'done');
    const asked = server.events.filter(({ kind }) => kind === 'done').map(({ range }) => range);
    expect(asked).toEqual(['', 'bytes=0-', 'bytes=100-199', 'bytes=-50', `bytes=${String(of)}-`]);
  });

  it('sends the whole where it is to know no ranges', async () => {
    const server = await started();
    const answer = await server.fetch('/film?ranges=no', { headers: { Range: 'bytes=5-9' } });
    expect([answer.status, answer.headers.get('accept-ranges')]).toEqual([200, 'none']);
    expect((await bytesOf(answer)).byteLength).toBe(Number(answer.headers.get('content-length')));
  });

  it('is refused in a sentence where there is none, and leaves nothing behind', async () => {
    const before = filmFolders();
    const none = await RunningServer.start({ ffmpegPath });
    expect((await none.fetch('/film')).status).toBe(404);
    const media = served(Buffer.from('This is no film.'), 'note.txt');
    const odd = await RunningServer.start({ ffmpegPath, media });
    const refused = await odd.fetch('/film');
    expect(refused.status).toBe(503);
    expect(await refused.text()).toContain('No film can be made of what is open');
    const server = await started();
    await (await server.fetch('/film')).arrayBuffer();
    expect(filmFolders().length).toBeGreaterThan(before.length);
    await Promise.all([server.server.close(), odd.server.close()]);
    expect(filmFolders().filter((name) => !before.includes(name))).toEqual([]);
  });

  it('stands in a page that shows it in each of its ways', async () => {
    const server = await started();
    const page = await (await server.fetch('/watch?show=film&film=2')).text();
    expect(page).toContain('<video src="/film?ranges=no&amp;rate=2MB/s"');
    expect(page).toContain('/watch?show=film&amp;film=1');
    expect((await server.fetch('/watch?show=film&film=9')).status).toBe(400);
  });
});
