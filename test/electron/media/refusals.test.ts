import { chmod, mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MediaError } from '../../../electron/media/media-error';
import type { OpenOptions } from '../../../electron/media/open-media';
import type { MediaRefusal } from '../../../model/media/types';
import { Bench, H264_AAC, picture, tone } from './made';

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()));
afterAll(() => bench.close());

/** The refusal that opening a path ends in: one sentence, and nothing left in the cache. */
async function refusalOf(path: string, options?: Partial<OpenOptions>): Promise<MediaRefusal> {
  const error: unknown = await bench.open(path, options).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof MediaError)) throw new Error(`not refused: ${String(error)}`);
  const refusal = error.toRefusal();
  expect(refusal.message).toMatch(/^[^\n{}]+[.]$/);
  expect((await readdir(bench.cache.dir)).filter((name) => /part$/.test(name))).toEqual([]);
  return refusal;
}

const noise = (bytes: number) => {
  let state = 1;
  return Buffer.from(
    Array.from({ length: bytes }, () => (state = (state * 48271) % 2147483647) & 255),
  );
};

describe('refused, with one sentence', () => {
  it.each([
    ['empty.mp4', '', 'empty', 'empty.mp4 is empty'],
    ['empty.txt', '', 'empty', 'empty.txt is empty'],
    ['prose.mp4', 'This is no film.\n', 'corrupt', 'prose.mp4 is named like media but holds text'],
    ['noise.mp4', noise(5000), 'corrupt', 'noise.mp4 cannot be read as media'],
    ['noise.mkv', noise(5000), 'corrupt', 'noise.mkv cannot be read as media'],
  ])('%s', async (name, content, code, begins) => {
    await writeFile(bench.path(name), content);
    const refusal = await refusalOf(bench.path(name));
    expect(refusal.code).toBe(code);
    expect(refusal.message.startsWith(begins)).toBe(true);
  });

  it('a folder', async () => {
    await mkdir(bench.path('films'));
    expect((await refusalOf(bench.path('films'))).code).toBe('folder');
  });

  it('a file that has vanished', async () => {
    expect((await refusalOf(bench.path('gone.mp4'))).code).toBe('vanished');
  });

  it.skipIf(process.platform === 'win32')('a device', async () => {
    expect((await refusalOf('/dev/null')).message).toContain('is a device or a pipe');
  });

  it.skipIf(process.platform === 'win32')('a file that may not be read', async () => {
    await chmod(bench.dir, 0o755);
    const path = bench.path('secret.mp4');
    await writeFile(path, 'x');
    await chmod(path, 0o000);
    const root = process.geteuid?.() === 0;
    if (root) process.seteuid?.(65534);
    try {
      expect((await refusalOf(path)).code).toBe('no-permission');
    } finally {
      if (root) process.seteuid?.(0);
    }
  });

  it('a film cut off before its index', async () => {
    const path = await bench.make('cut.mp4', ...picture(2), ...tone(2), ...H264_AAC);
    await truncate(path, 20_000);
    expect((await refusalOf(path)).code).toBe('corrupt');
  });

  it('a container with nothing that plays', async () => {
    const text = bench.path('words.srt');
    await writeFile(text, '1\n00:00:00,000 --> 00:00:02,000\nHello\n');
    const path = await bench.make('words.mkv', '-i', text);
    const refusal = await refusalOf(path);
    expect(refusal.code).toBe('no-playable-track');
    expect(refusal.message).toContain('open it as bytes');
  });

  it('what is refused as media is delivered as bytes', async () => {
    const path = bench.path('noise.mp4');
    await writeFile(path, noise(5000));
    const media = await bench.open(path, { as: 'bytes' });
    expect(media).toMatchObject({ kind: 'bytes', deliveredBytes: 5000 });
  });
});

describe('cut short but usable', () => {
  it('a film with its index in front plays what is there', async () => {
    const fast = [...H264_AAC, '-movflags', '+faststart'];
    const path = await bench.make('half.mp4', ...picture(6), ...tone(6), ...fast);
    const { length } = await readFile(path);
    await truncate(path, Math.round(length / 2));
    const media = await bench.open(path);
    expect(media.durationS).toBeGreaterThan(1);
    expect(media.durationS).toBeLessThan(5);
    expect(media.prepared?.note).toMatch(/The file is cut short: [\d.]+ of 6\.0 s are there\./);
  });

  it('a fragmented film is remuxed up to where it breaks off', async () => {
    const fragmented = [...H264_AAC, '-movflags', '+frag_keyframe+empty_moov'];
    const path = await bench.make('torn.mp4', ...picture(6), ...tone(6), ...fragmented);
    const { length } = await readFile(path);
    await truncate(path, Math.round(length * 0.6));
    const media = await bench.open(path);
    expect(media.prepared?.how).toBe('remuxed');
    expect(media.index.at(-1)?.bytes).toBe(media.deliveredBytes);
  });

  it('a WebM is remuxed up to where it breaks off', async () => {
    const vp8 = ['-c:v', 'libvpx', '-deadline', 'realtime', '-c:a', 'libopus'];
    const path = await bench.make('torn.webm', ...picture(4), ...tone(4), ...vp8);
    const { length } = await readFile(path);
    await truncate(path, Math.round(length * 0.6));
    const media = await bench.open(path);
    expect(media.prepared?.how).toBe('remuxed');
    expect(media.mime).toContain('video/webm');
  });
});
