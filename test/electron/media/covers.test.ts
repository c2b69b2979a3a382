import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { box, u32 } from './hostile/boxes';
import { Bench, COVER, H264_AAC, picture, still, tone } from './made';

describe('music with a cover', () => {
  let bench: Bench;
  beforeAll(async () => (bench = await Bench.open()));
  afterAll(() => bench.close());

  /** Sound in fragments with this picture in its metadata, as music shops write it; ffmpeg would add an empty track. */
  const fragmented = async (name: string, type: 13 | 14, picture: Buffer) => {
    const parts = ['-c:a', 'aac', '-movflags', '+frag_keyframe+empty_moov+default_base_moof'];
    const plain = await bench.make(`plain-${name}`, ...tone(3), ...parts);
    const data = box('data', u32(type), u32(0), picture);
    const meta = box('meta', u32(0), box('ilst', box('covr', data)));
    return bench.changed(plain, name, (bytes) => {
      const at = bytes.indexOf('moov', 0, 'latin1') - 4;
      const end = at + bytes.readUInt32BE(at);
      const moov = box('moov', bytes.subarray(at + 8, end), box('udta', meta));
      return Buffer.concat([bytes.subarray(0, at), moov, bytes.subarray(end)]);
    });
  };
  const drawn = async (name: string) =>
    readFile(await bench.make(name, ...still(), '-frames:v', '1'));

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

  it.each([
    ['frag.m4a', 'cover.jpg', 13, 'image/jpeg'],
    ['frag-png.m4a', 'cover.png', 14, 'image/png'],
  ] as const)('%s plays as it is, and its cover is shown', async (name, file, type, mime) => {
    const picture = await drawn(file);
    const path = await fragmented(name, type, picture);
    const media = await bench.open(path);
    expect(media).toMatchObject({ deliveredPath: path, prepared: null, hasVideo: false });
    expect(media.cover).toBe(`data:${mime};base64,${picture.toString('base64')}`);
  });

  it('a cover that would fill the memory, or is damaged, is not shown; the sound plays', async () => {
    const [png, jpeg] = [await drawn('honest.png'), await drawn('honest.jpg')];
    const changed = (picture: Buffer, change: (copy: Buffer) => void) => {
      const copy = Buffer.from(picture);
      change(copy);
      return copy;
    };
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
    for (const [name, picture] of [
      ['huge.m4a', changed(png, (copy) => copy.writeUInt32BE(30_000, 16))],
      ['high.m4a', changed(jpeg, (copy) => copy.writeUInt16BE(30_000, frame + 5))],
      ['large.m4a', Buffer.concat([png, Buffer.alloc(4e6)])],
      ['empty.m4a', changed(png, (copy) => copy.writeUInt32BE(0, 20))],
      ['cut.m4a', png.subarray(0, 17)],
      ['other.m4a', Buffer.from('GIF89a, which is no cover')],
    ] as const) {
      const media = await bench.open(await fragmented(name, 14, picture));
      expect(media, name).toMatchObject({ prepared: null, hasAudio: true, cover: null });
    }
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
