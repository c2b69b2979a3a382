import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cameraMedia, liveRate, videoBitsOf } from '../../../model/camera/live-media';
import { cameraChoiceSchema, DEFAULT_LIVE, liveSettingsSchema } from '../../../model/camera/types';
import { mediaInfoSchema } from '../../../model/media/types';

describe('the choice of a camera', () => {
  it('is the test picture, or a camera by a name', () => {
    for (const choice of [{ kind: 'test' }, { kind: 'device', name: 'Webcam' }]) {
      expect(cameraChoiceSchema.parse(choice)).toEqual(choice);
    }
    for (const wrong of [{}, { kind: '' }, { kind: 'device' }, { kind: 'device', name: '' }]) {
      expect(cameraChoiceSchema.safeParse(wrong).success).toBe(false);
    }
  });
});

describe('the settings of a live run', () => {
  it('are 10 s recorded and 3 s of reserve, unless told otherwise', () => {
    expect(DEFAULT_LIVE).toEqual({ recordS: 10, reserveS: 3 });
    expect(liveSettingsSchema.parse(DEFAULT_LIVE)).toEqual(DEFAULT_LIVE);
  });

  it.each([
    ['recordS', 1, 120],
    ['reserveS', 0.5, 60],
  ])('%s is %d to %d s', (field, min, max) => {
    const accepts = (seconds: unknown): boolean =>
      liveSettingsSchema.safeParse({ ...DEFAULT_LIVE, [field]: seconds }).success;
    expect([min, max].map(accepts)).toEqual([true, true]);
    expect([min - 0.01, max + 0.01, undefined].map(accepts)).toEqual([false, false, false]);
  });
});

describe('a camera as a source', () => {
  it('has no file, and the sizes of the recording that full buffer makes', () => {
    const media = cameraMedia({ kind: 'test' }, 'Test picture', { recordS: 20, reserveS: 3 });
    // 1.5 Mbit/s of picture and 64 kbit/s of sound.
    const bytes = (1_564_000 / 8) * 20;
    expect(mediaInfoSchema.parse(media)).toEqual({
      id: 'camera:test',
      name: 'Test picture',
      sourcePath: '',
      deliveredPath: '',
      bytes,
      deliveredBytes: bytes,
      durationS: 20,
      kind: 'camera',
      container: 'webm',
      mime: 'video/webm;codecs="vp8,opus"',
      codecs: ['vp8', 'opus'],
      hasVideo: true,
      hasAudio: true,
      prepared: null,
      startS: 0,
      cover: null,
      index: [
        { bytes: 0, seconds: 0 },
        { bytes, seconds: 20 },
      ],
      camera: { kind: 'test' },
    });
  });

  it('is known by its name', () => {
    const webcam = { kind: 'device', name: 'Webcam' } as const;
    expect(cameraMedia(webcam, 'Webcam')).toMatchObject({
      id: 'camera:Webcam',
      durationS: DEFAULT_LIVE.recordS,
      camera: webcam,
    });
  });
});

describe('what an encoder is asked for', () => {
  const at = (width: number, height: number, perSecond: number): number =>
    videoBitsOf({ width, height, perSecond });

  it('is 1.5 Mbit/s at 640x360 and 30 a second, and grows with pixels and rate, more slowly', () => {
    expect(at(640, 360, 30)).toBe(1_500_000);
    expect(liveRate()).toBe((1_500_000 + 64_000) / 8);
    fc.assert(
      fc.property(
        fc.integer({ min: 80, max: 640 }),
        fc.integer({ min: 45, max: 360 }),
        fc.integer({ min: 1, max: 30 }),
        (width, height, perSecond) => {
          const bits = at(width, height, perSecond);
          const larger = at(2 * width, 2 * height, perSecond) / bits;
          const faster = at(width, height, 2 * perSecond) / bits;
          expect(larger).toBeCloseTo(4 ** 0.75, 2);
          expect(faster).toBeCloseTo(2 ** 0.5, 2);
        },
      ),
    );
    const media = cameraMedia({ kind: 'test' }, 'Test picture', {
      ...{ recordS: 10, reserveS: 3, codec: 'h264' },
      picture: { width: 1280, height: 720, perSecond: 30, turn: 0 },
    });
    expect(media.bytes).toBe(Math.round(((at(1280, 720, 30) + 64_000) / 8) * 10));
    expect(media.codecs).toEqual(['h264', 'opus']);
  });
});
