import { describe, expect, it } from 'vitest';
import { parseInput } from '../../../../electron/media/ffmpeg/ffmpeg-streams';

/** As ffmpeg of 2018 prints it. */
const OLD = `
Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'a, b.mp4':
  Metadata:
    title           : Stream #0:9: Audio: not a stream
  Duration: 01:02:03.50, start: 0.000000, bitrate: 1159 kb/s
    Stream #0:0(und): Video: hevc (Main) (hev1 / 0x31766568), yuvj420p(pc, bt470bg/unknown/unknown, progressive), 1920x1080 [SAR 1:1 DAR 16:9], 1019 kb/s, 30 fps, 30 tbr, 15360 tbn, 30 tbc (default)
    Stream #0:1(und): Audio: aac (LC) (mp4a / 0x6134706D), 48000 Hz, 5.1(side), fltp, 128 kb/s (default)
At least one output file must be specified`;

/** As ffmpeg from 5 on prints it. */
const NEW = `
Input #0, mpegts, from 'a.ts':
  Duration: N/A, start: 1.400000, bitrate: N/A
  Program 1
  Stream #0:0[0x100]: Video: h264 (High) ([27][0][0][0] / 0x001B), yuv420p(tv, progressive), 320x180 [SAR 1:1 DAR 16:9], 25 fps, 25 tbr, 90k tbn
  Stream #0:1[0x101](eng): Audio: mp3 ([3][0][0][0] / 0x0003), 44100 Hz, 6 channels, fltp, 64 kb/s
  Stream #0:2[0x102]: Subtitle: dvb_subtitle
  Stream #0:3[0x103]: Video: mjpeg (Baseline), yuvj420p(pc), 600x600, 90k tbr (attached pic)`;

describe('what ffmpeg says of a file', () => {
  it('is read in the words of 2018', () => {
    const facts = parseInput(OLD);
    expect(facts).toMatchObject({ format: 'mov,mp4,m4a,3gp,3g2,mj2', durationS: 3723.5 });
    expect(facts.streams).toEqual([
      {
        ...{ index: 0, kind: 'video', codec: 'hevc', profile: 'Main', pixels: 'yuvj420p' },
        ...{ width: 1920, height: 1080, channels: 0, isDefault: true, isPicture: false },
      },
      {
        ...{ index: 1, kind: 'audio', codec: 'aac', profile: 'LC', pixels: '' },
        ...{ width: 0, height: 0, channels: 6, isDefault: true, isPicture: false },
      },
    ]);
  });

  it('is read in the words of later versions', () => {
    const facts = parseInput(NEW);
    expect(facts).toMatchObject({ format: 'mpegts', durationS: null });
    expect(facts.streams).toMatchObject([
      { index: 0, codec: 'h264', profile: 'High', width: 320, height: 180, isDefault: false },
      { index: 1, codec: 'mp3', profile: '', channels: 6 },
      { index: 3, codec: 'mjpeg', isPicture: true },
    ]);
  });

  it('says nothing of what could not be opened', () => {
    const facts = parseInput('x.mp4: Invalid data found when processing input');
    expect(facts).toEqual({ format: '', durationS: null, streams: [] });
  });
});
