import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bench, COVER, H264_AAC, picture, still, tone } from './made';

describe('music with a cover', () => {
  let bench: Bench;
  beforeAll(async () => (bench = await Bench.open()));
  afterAll(() => bench.close());

  it.each([
    ['cover.m4a', ['-c:a', 'aac', ...COVER], /^audio\/mp4; codecs="mp4a\.40\.2"$/],
    ['cover.mp3', ['-c:a', 'libmp3lame', ...COVER], /^audio\/mp4; codecs="mp4a\.40\.2"$/],
    ['cover.flac', ['-c:a', 'flac', ...COVER], /^audio\/mp4; codecs="flac"$/],
    ['alac.m4a', ['-c:a', 'alac', ...COVER], /^audio\/mp4; codecs="mp4a\.40\.2"$/],
  ])('%s plays as sound, and its cover is shown', async (name, args, mime) => {
    const path = await bench.make(name, ...tone(3), ...still(), ...args);
    const media = await bench.open(path);
    expect(media.mime).toMatch(mime);
    expect(media).toMatchObject({ kind: 'media', hasVideo: false, hasAudio: true });
    expect(media.durationS).toBeCloseTo(3, 0);
    expect(jpegSize(media.cover)).toEqual({ width: 300, height: 200 });
    expect(media.prepared?.note).toContain('Its cover is shown in the player.');
    expect(media.prepared?.note).not.toContain('left out');
  });

  it.each([
    ['still.mkv', ['-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p', '-c:a', 'libopus']],
    ['still.mov', ['-c:v', 'png', '-c:a', 'aac']],
    ['still.mp4', H264_AAC],
  ])('%s: a single frame beside the sound is a cover', async (name, args) => {
    const path = await bench.make(name, ...tone(3), ...still(), ...args);
    const media = await bench.open(path);
    expect(media).toMatchObject({ kind: 'media', hasVideo: false, hasAudio: true });
    expect(media.durationS).toBeCloseTo(3, 0);
    expect(jpegSize(media.cover)).toEqual({ width: 300, height: 200 });
    expect(media.prepared?.note).toContain('a single frame, which is shown as a cover: sound only');
  });

  it('MJPEG with sound is a film', async () => {
    const film = [...picture(3, 's=160x90:r=5'), ...tone(3), '-c:v', 'mjpeg', '-c:a', 'mp3'];
    const media = await bench.open(await bench.make('film.avi', ...film));
    expect(media).toMatchObject({ hasVideo: true, hasAudio: true, cover: null });
  });

  it('a picture that cannot be decoded leaves the sound, and that is said', async () => {
    const path = await bench.make('whole.mp4', ...picture(3), ...tone(3), ...H264_AAC);
    const unknown = await bench.changed(path, 'unknown.mp4', (bytes) =>
      swap(swap(bytes, 'avc1', 'zzz9'), 'avcC', 'zzzC'),
    );
    const media = await bench.open(unknown);
    expect(media).toMatchObject({ hasVideo: false, hasAudio: true, cover: null });
    expect(media.prepared?.note).toContain('Its picture cannot be decoded: sound only.');
  });
});

/** Replaces a word of four letters wherever it stands. */
function swap(bytes: Buffer, from: string, to: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
}

/** Width and height that a JPEG's frame header names; null when the data URL holds none. */
function jpegSize(url: string | null): { width: number; height: number } | null {
  const bytes = Buffer.from(url?.replace('data:image/jpeg;base64,', '') ?? '', 'base64');
  const at = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  if (at === -1) return null;
  return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
}
