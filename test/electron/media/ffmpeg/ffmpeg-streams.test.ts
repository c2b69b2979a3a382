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
        colour: { range: 'pc', matrix: 'bt470bg', primaries: '', transfer: '' },
        durationS: null,
      },
      {
        ...{ index: 1, kind: 'audio', codec: 'aac', profile: 'LC', pixels: '' },
        ...{ width: 0, height: 0, channels: 6, isDefault: true, isPicture: false },
        colour: { range: '', matrix: '', primaries: '', transfer: '' },
        durationS: null,
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

  it.each([
    ['yuv420p(tv, bt709)', { range: 'tv', matrix: 'bt709', primaries: 'bt709', transfer: 'bt709' }],
    ['yuv420p(tv, bt709, progressive)', { range: 'tv', transfer: 'bt709' }],
    ['yuv420p(progressive)', { range: '', matrix: '', primaries: '', transfer: '' }],
    [
      'yuv420p10le(tv, bt2020nc/bt2020/smpte2084)',
      { range: 'tv', matrix: 'bt2020nc', primaries: 'bt2020', transfer: 'smpte2084' },
    ],
    ['rgb24(pc)', { range: 'pc', matrix: '' }],
  ])('%s names its colours', (pixels, colour) => {
    const { streams } = parseInput(`  Stream #0:0: Video: h264 (High), ${pixels}, 64x64, 25 fps`);
    expect(streams[0]?.colour).toMatchObject(colour);
  });

  it('a picture without a rate is a cover, though the ffmpeg of 2018 does not say so', () => {
    const video = (text: string) => parseInput(`  Stream #0:1: Video: ${text}`).streams[0];
    expect(video('mjpeg, yuvj420p(pc), 300x300, 90k tbr, 90k tbn, 90k tbc')?.isPicture).toBe(true);
    expect(video('mjpeg, yuvj420p(pc), 300x300, 5 fps, 5 tbr, 5 tbn, 5 tbc')?.isPicture).toBe(
      false,
    );
    expect(video('h264 (High), yuv420p, 300x300, 90k tbr, 90k tbn')?.isPicture).toBe(false);
  });

  it('tells an estimate, the length of each track, and who else has one', () => {
    const facts = parseInput(`
[aac @ 0x36c03b40] Estimating duration from bitrate, this may be inaccurate
Input #0, matroska,webm, from 'a.mkv':
  Duration: 00:00:20.02, start: 0.000000, bitrate: 45 kb/s
    Stream #0:0: Video: h264 (High), yuv420p(progressive), 320x180, 25 fps, 25 tbr
    Metadata:
      DURATION        : 00:00:03.023000000
    Stream #0:1: Subtitle: subrip
    Metadata:
      DURATION        : 00:00:20.023000000`);
    expect(facts).toMatchObject({ isEstimate: true, otherStreams: 1, durationS: 20.02 });
    expect(facts.streams.map(({ durationS }) => durationS)).toEqual([3.023]);
  });

  it('says nothing of what could not be opened', () => {
    const facts = parseInput('x.mp4: Invalid data found when processing input');
    expect(facts).toMatchObject({ format: '', durationS: null, streams: [] });
  });
});
