import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FilePathSource, ALL_FORMATS, Input } from 'mediabunny';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MediaInfo } from '../../../model/media/types';
import { Bench, H264_AAC, picture, tone } from './made';

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()));
afterAll(() => bench.close());

/** What holds for everything that is played: the delivered file is as large as said, and the index spans it. */
async function checkPlayable(media: MediaInfo): Promise<void> {
  expect(media.kind).toBe('media');
  expect((await stat(media.deliveredPath)).size).toBe(media.deliveredBytes);
  expect(media.index[0]).toEqual({ bytes: 0, seconds: 0 });
  expect(media.index.at(-1)).toEqual({ bytes: media.deliveredBytes, seconds: media.durationS });
  for (const [i, point] of media.index.entries()) {
    const before = media.index[i - 1];
    if (!before) continue;
    expect(point.bytes).toBeGreaterThan(before.bytes);
    expect(point.seconds).toBeGreaterThanOrEqual(before.seconds);
  }
  const input = new Input({
    formats: ALL_FORMATS,
    source: new FilePathSource(media.deliveredPath),
  });
  expect(media.mime).toBe(await input.getMimeType());
  expect(Math.abs(media.durationS - (await input.computeDuration()))).toBeLessThan(0.07);
  input.dispose();
}

const largestStepS = ({ index }: MediaInfo) =>
  Math.max(...index.slice(1).map(({ seconds }, i) => seconds - (index[i]?.seconds ?? 0)));

const both = [...picture(3), ...tone(3)];
const AVC_AAC = /^video\/mp4; codecs="avc1\.[0-9a-f]{6}, mp4a\.40\.2"$/;

describe('what MSE can play as it is', () => {
  it.each([
    ['frag.mp4', [...both, ...H264_AAC, '-movflags', '+frag_keyframe+empty_moov'], AVC_AAC],
    [
      'vp8.webm',
      [...both, '-c:v', 'libvpx', '-deadline', 'realtime', '-c:a', 'libvorbis'],
      /^video\/webm; codecs="vp8, vorbis"$/,
    ],
  ])('%s is delivered as it is', async (name, args, mime) => {
    const path = await bench.make(name, ...args);
    const media = await bench.open(path);
    await checkPlayable(media);
    expect(media.mime).toMatch(mime);
    expect(media).toMatchObject({ deliveredPath: path, prepared: null, hasVideo: true });
    expect(media.durationS).toBeCloseTo(3, 0);
    expect(await readdir(bench.cache.dir)).toEqual([]);
  });

  it('a WebM without a duration gets it from its last timestamps', async () => {
    const vp8 = ['-c:v', 'libvpx', '-deadline', 'realtime', '-an'];
    const path = await bench.make('live.webm', ...picture(3), ...vp8, '-live', '1');
    const media = await bench.open(path);
    await checkPlayable(media);
    expect(media.durationS).toBeCloseTo(3, 1);
    expect(media.prepared).toBeNull();
  });
});

describe('what is prepared', () => {
  it.each([
    ['moov-last.mp4', [...both, ...H264_AAC], 'MP4', 'remuxed', AVC_AAC],
    ['faststart.mp4', [...both, ...H264_AAC, '-movflags', '+faststart'], 'MP4', 'remuxed', AVC_AAC],
    ['quicktime.mov', [...both, ...H264_AAC], 'MOV', 'remuxed', AVC_AAC],
    ['matroska.mkv', [...both, ...H264_AAC], 'Matroska', 'remuxed', AVC_AAC],
    ['stream.ts', [...both, ...H264_AAC], 'MPEG-TS', 'remuxed', AVC_AAC],
    ['flash.flv', [...both, ...H264_AAC], 'FLV', 'remuxed', AVC_AAC],
    ['old.avi', [...both, '-c:v', 'mpeg4', '-c:a', 'mp3'], 'AVI', 'transcoded', AVC_AAC],
    ['program.mpg', [...both, '-c:v', 'mpeg2video'], 'MPEG-PS', 'transcoded', AVC_AAC],
    ['sound.mp3', tone(3), 'MP3', 'transcoded', /^audio\/mp4; codecs="mp4a\.40\.2"$/],
    ['sound.wav', tone(3), 'WAV', 'transcoded', /^audio\/mp4; codecs="mp4a\.40\.2"$/],
    ['sound.m4a', tone(3), 'M4A', 'remuxed', /^audio\/mp4; codecs="mp4a\.40\.2"$/],
    ['sound.flac', tone(3), 'FLAC', 'remuxed', /^audio\/mp4; codecs="flac"$/],
    [
      'sound.ogg',
      [...tone(3), '-c:a', 'libvorbis'],
      'Ogg',
      'remuxed',
      /^audio\/webm; codecs="vorbis"$/,
    ],
    [
      'vp8.mkv',
      [...both, '-c:v', 'libvpx', '-deadline', 'realtime', '-c:a', 'libopus'],
      'Matroska',
      'remuxed',
      /^video\/webm; codecs="vp8, opus"$/,
    ],
  ])('%s plays', async (name, args, container, how, mime) => {
    const path = await bench.make(name, ...args);
    const media = await bench.open(path);
    await checkPlayable(media);
    expect(media.mime).toMatch(mime);
    expect(media).toMatchObject({ container, prepared: { how }, sourcePath: path });
    expect(media.prepared?.note).toMatch(/^(Remuxed without loss to|Transcoded ).+\.$/);
    expect(dirname(dirname(media.deliveredPath))).toBe(bench.cache.dir);
    expect(Math.abs(media.durationS - 3)).toBeLessThan(0.2);
    expect(largestStepS(media)).toBeLessThan(1.3);
  });

  it('is found again in the cache, and made again when the file has changed', async () => {
    const path = await bench.make('again.mov', ...both, ...H264_AAC);
    const first = await bench.open(path);
    bench.seen.length = 0;
    const second = await bench.open(path);
    expect(second.deliveredPath).toBe(first.deliveredPath);
    expect(second.prepared).toEqual(first.prepared);
    expect(bench.seen.map(({ step }) => step)).not.toContain('remux');
    await bench.make('again.mov', ...picture(2), ...tone(2), ...H264_AAC);
    const third = await bench.open(path);
    expect(third.deliveredPath).not.toBe(first.deliveredPath);
    expect(third.durationS).toBeCloseTo(2, 0);
  });

  it('keeps the turn of the picture', async () => {
    const upright = await bench.make('upright.mp4', ...both, ...H264_AAC);
    const turn = ['-c', 'copy', '-metadata:s:v', 'rotate=90'];
    const path = await bench.make('turned.mp4', '-i', upright, ...turn);
    const media = await bench.open(path);
    await checkPlayable(media);
    const input = new Input({
      formats: ALL_FORMATS,
      source: new FilePathSource(media.deliveredPath),
    });
    const track = await input.getPrimaryVideoTrack();
    expect([await track?.getDisplayWidth(), await track?.getDisplayHeight()]).toEqual([90, 160]);
    input.dispose();
  });

  it('takes the default of several sounds and says that others are left out', async () => {
    const maps = ['-map', '0', '-map', '1', '-map', '2'];
    const marks = ['-disposition:a:0', '0', '-disposition:a:1', 'default'];
    const inputs = [...picture(2), ...tone(2), ...tone(2, 880)];
    const path = await bench.make('several.mkv', ...inputs, ...maps, ...H264_AAC, ...marks);
    const media = await bench.open(path);
    await checkPlayable(media);
    expect(media.prepared?.note).toContain('One more track is left out.');
  });

  it('survives a variable frame rate', async () => {
    const rates = "select='lt(t,1)+gte(t,1)*not(mod(n,20))'";
    const inputs = [...picture(4, 's=160x90:r=50'), ...tone(4), '-vf', rates, '-vsync', 'vfr'];
    const path = await bench.make('variable.mkv', ...inputs, ...H264_AAC);
    const media = await bench.open(path);
    await checkPlayable(media);
    expect(media.durationS).toBeCloseTo(4, 0);
  });

  it('survives a missing duration', async () => {
    const path = await bench.make('live.mkv', ...both, ...H264_AAC, '-live', '1');
    const media = await bench.open(path);
    await checkPlayable(media);
    expect(media.durationS).toBeCloseTo(3, 0);
  });

  it('fills a sound that begins late with silence', async () => {
    const late = [...picture(3), '-itsoffset', '1.5', ...tone(1.5)];
    const path = await bench.make('late.mkv', ...late, ...H264_AAC);
    const media = await bench.open(path);
    await checkPlayable(media);
    expect(media.prepared?.note).toContain('AAC anew');
    expect(largestStepS(media)).toBeLessThan(1.3);
  });

  it('makes odd sizes even and large pictures smaller', async () => {
    const odd = ['-vf', 'format=yuv444p,crop=2001:101', '-c:v', 'mjpeg', '-pix_fmt', 'yuvj444p'];
    const path = await bench.make('odd.avi', ...picture(1, 's=2002x102:r=5'), ...odd);
    const media = await bench.open(path);
    await checkPlayable(media);
    expect(media.prepared?.note).toContain('MJPEG 2001x101 to H.264 1920x96');
  });

  it('tells how far it is', async () => {
    const path = await bench.make('told.avi', ...picture(20), '-c:v', 'mpeg4');
    bench.seen.length = 0;
    await bench.open(path);
    const told = bench.seen.filter(({ step }) => step === 'transcode');
    expect(told.length).toBeGreaterThan(1);
    expect(told.every(({ name }) => name === 'told.avi')).toBe(true);
    expect(told.at(-1)?.fraction).toBeGreaterThan(0.9);
  });
});

describe('what is no media', () => {
  it('text is delivered as it is, at the rate of its reader', async () => {
    const path = bench.path('notes.txt');
    await writeFile(path, 'Ünicode 海\n'.repeat(20_000));
    const media = await bench.open(path, { consumeRate: 1000 });
    const { size } = await stat(path);
    expect(media).toMatchObject({ kind: 'text', deliveredPath: path, mime: '', prepared: null });
    expect(media.durationS).toBe(size / 1000);
    expect(media.index).toEqual([
      { bytes: 0, seconds: 0 },
      { bytes: size, seconds: size / 1000 },
    ]);
  });

  it('TypeScript is text, though transport streams share its name', async () => {
    const path = bench.path('program.ts');
    await writeFile(path, 'export const answer = 42;\n');
    expect((await bench.open(path)).kind).toBe('text');
  });

  it('anything else is bytes', async () => {
    const path = bench.path('noise.bin');
    await writeFile(path, Buffer.from([0, 255, 1, 254, 2, 0, 0, 7]));
    expect((await bench.open(path)).kind).toBe('bytes');
  });

  it('media without a name is media all the same', async () => {
    const path = await bench.make('nameless', ...both, ...H264_AAC, '-f', 'avi');
    expect((await bench.open(path)).kind).toBe('media');
  });

  it('any file can be opened as bytes', async () => {
    const path = await bench.make('whole.mp4', ...both, ...H264_AAC);
    const media = await bench.open(path, { as: 'bytes', consumeRate: 500 });
    expect(media).toMatchObject({ kind: 'bytes', deliveredPath: path });
    expect(media.durationS).toBe(media.bytes / 500);
  });

  it('nothing is ever written beside the file', async () => {
    const folder = join(bench.dir, 'users');
    await mkdir(folder);
    const path = await bench.make('users/film.mov', ...both, ...H264_AAC);
    await bench.open(path);
    expect(await readdir(folder)).toEqual(['film.mov']);
  });
});
