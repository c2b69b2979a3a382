import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openedLine } from '../../../electron/opened-lines';
import { Bench, H264_AAC, picture, tone } from './made';

describe('kinds of media', () => {
  let bench: Bench;
  beforeAll(async () => (bench = await Bench.open()));
  afterAll(() => bench.close());

  it.each([
    ['moving.gif', []],
    ['moving.apng', ['-f', 'apng']],
    ['moving.png', ['-f', 'apng']],
  ])('%s is played', async (name, args) => {
    const media = await bench.open(await bench.make(name, ...picture(2), ...args));
    expect(media).toMatchObject({ kind: 'media', hasVideo: true, hasAudio: false });
    expect(media.durationS).toBeCloseTo(2, 0);
    expect(media.container).toBe(name.endsWith('gif') ? 'GIF' : 'APNG');
  });

  it.each([
    ['still.png', []],
    ['still.jpg', []],
    ['still.gif', []],
  ])('%s, a single picture, is delivered as bytes', async (name, args) => {
    const path = await bench.make(name, ...picture(1), '-frames:v', '1', ...args);
    expect(await bench.open(path)).toMatchObject({ kind: 'bytes', prepared: null });
  });

  it('an animated WebP, which no ffmpeg of this time reads, is delivered as bytes', async () => {
    const path = await bench.make('moving.webp', ...picture(1), '-loop', '0', '-f', 'webp');
    const media = await bench.open(path);
    expect(media).toMatchObject({ kind: 'bytes', prepared: null });
    expect(openedLine(media)).toMatch(
      /^moving\.webp: delivered as bytes, .*; nothing of it is played\.$/,
    );
  });

  it.each([['1x1'], ['2x2'], ['1x300']])('a picture of %s plays', async (size) => {
    const inputs = ['-f', 'lavfi', '-i', 'testsrc2=s=320x320:r=25:d=2', ...tone(2)];
    const small = ['-vf', `scale=${size}`, '-c:v', 'rawvideo', '-pix_fmt', 'bgr24'];
    const path = await bench.make('tiny.avi', ...inputs, ...small);
    const media = await bench.open(path);
    expect(media).toMatchObject({ kind: 'media', hasVideo: true, hasAudio: true });
    expect(media.durationS).toBeCloseTo(2, 0);
  });

  it.each([
    ['name.webm', ['-c:v', 'libvpx', '-deadline', 'realtime', '-an'], 'WebM', 'VP8'],
    ['name.mov', [...H264_AAC, '-an'], 'MOV', 'H.264'],
    ['ms.avi', ['-c:v', 'msmpeg4', '-an'], 'AVI', 'MS-MPEG4 v3'],
    ['cine.avi', ['-vf', 'scale=160:88', '-c:v', 'cinepak', '-an'], 'AVI', 'Cinepak'],
    ['name.wmv', ['-c:v', 'wmv2', '-f', 'asf', '-an'], 'WMV (ASF)', 'WMV 8'],
  ])('%s is called what people call it', async (name, args, container, codec) => {
    const path = await bench.make(name, ...picture(1), ...args);
    expect(await bench.open(path)).toMatchObject({ container, codecs: [codec] });
  });

  it('a WebM that has to be prepared is still called WebM', async () => {
    const inputs = [...picture(2), ...picture(2), '-map', '0', '-map', '1'];
    const vp8 = ['-c:v', 'libvpx', '-deadline', 'realtime'];
    const media = await bench.open(await bench.make('two.webm', ...inputs, ...vp8));
    expect(media).toMatchObject({ container: 'WebM', prepared: { how: 'remuxed' } });
  });
});
