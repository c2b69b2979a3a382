import { describe, expect, it } from 'vitest';
import { parseInput } from '../../../../electron/media/ffmpeg/ffmpeg-streams';
import {
  colourTags,
  encodedColour,
  scaledColour,
} from '../../../../electron/media/prepare/colour-args';

const stream = (pixels: string, size = '640x360') => {
  const [only] = parseInput(`  Stream #0:0: Video: mpeg4, ${pixels}, ${size}, 25 fps`).streams;
  if (!only) throw new Error(pixels);
  return only;
};

describe('the colours of a picture that is encoded anew', () => {
  it.each([
    ['yuv420p', '640x360', ['tv', 'smpte170m', 'bt709', 'bt709']],
    ['yuv420p', '1280x720', ['tv', 'bt709', 'bt709', 'bt709']],
    ['yuvj420p(pc, bt470bg/unknown/unknown)', '1280x720', ['pc', 'bt470bg', 'bt709', 'bt709']],
    ['yuv420p(tv, bt709)', '640x360', ['tv', 'bt709', 'bt709', 'bt709']],
    ['yuv420p(tv, smpte170m)', '1280x720', ['tv', 'smpte170m', 'smpte170m', 'smpte170m']],
    ['yuv420p(tv, bt470bg)', '720x576', ['tv', 'bt470bg', 'bt470bg', 'gamma28']],
    [
      'yuv420p10le(tv, bt2020nc/bt2020/smpte2084)',
      '3840x2160',
      ['tv', 'bt2020nc', 'bt2020', 'smpte2084'],
    ],
    ['rgb24(pc)', '640x360', ['tv', 'smpte170m', 'bt709', 'bt709']],
    ['gbrp(pc, gbr/unknown/unknown)', '1280x720', ['tv', 'bt709', 'bt709', 'bt709']],
  ])('%s of %s', (pixels, size, [range, matrix, primaries, transfer]) => {
    const colour = encodedColour(stream(pixels, size));
    expect(colour).toEqual({ range, matrix, primaries, transfer });
    expect(colourTags(colour)).toEqual([
      ...['-color_range', range, '-colorspace', matrix],
      ...['-color_primaries', primaries, '-color_trc', transfer],
    ]);
  });

  it('are not changed on the way, but RGB becomes what is tagged', () => {
    const scaled = (pixels: string, size?: string) => {
      const picture = stream(pixels, size);
      return scaledColour(picture, encodedColour(picture));
    };
    expect(scaled('yuvj420p(pc)')).toBe('out_range=pc');
    expect(scaled('yuv420p')).toBe('out_range=tv');
    expect(scaled('rgb24(pc)')).toBe('out_color_matrix=bt601:out_range=tv');
    expect(scaled('bgra', '1280x720')).toBe('out_color_matrix=bt709:out_range=tv');
  });
});
