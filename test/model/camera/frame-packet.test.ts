import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FrameConfig } from '../../../model/camera/frame';
import { packFrame, unpackFrame } from '../../../model/camera/frame-packet';
import { madePicture } from './made-frames';

const bytes = fc
  .uint8Array({ maxLength: 300 })
  .map((content): Uint8Array<ArrayBuffer> => Uint8Array.from(content));
const described = fc.option(bytes, { nil: undefined });

const configs: fc.Arbitrary<FrameConfig> = fc.oneof(
  fc.record({
    track: fc.constant('video' as const),
    codec: fc.string(),
    width: fc.nat(),
    height: fc.nat(),
  }),
  fc.record({
    track: fc.constant('audio' as const),
    codec: fc.string(),
    sampleRate: fc.nat(),
    channels: fc.nat(),
  }),
);

const frames = fc.record({
  track: fc.constantFrom('video' as const, 'audio' as const),
  timeUs: fc.nat(2 ** 40),
  durationUs: fc.nat(2 ** 31),
  key: fc.boolean(),
  bytes,
  capturedMs: fc.double({ noNaN: true }),
  encodedMs: fc.double({ noNaN: true }),
});

describe('a packet', () => {
  it('carries a frame and its config unchanged', () => {
    fc.assert(
      fc.property(frames, fc.option(configs), described, (frame, config, description) => {
        const given = config && description ? { ...config, description } : config;
        expect(unpackFrame(packFrame({ frame, config: given }))).toEqual({ frame, config: given });
      }),
    );
  });

  it('costs 31 bytes without a config, and shares its bytes with the frame', () => {
    const frame = madePicture(3, { bytes: new Uint8Array(1000) });
    const packet = packFrame({ frame, config: null });
    expect(packet.length).toBe(1031);
    expect(unpackFrame(packet).frame.bytes.buffer).toBe(packet.buffer);
  });

  it('is refused when it is cut off in its head, or is none', () => {
    const packet = packFrame({
      frame: madePicture(0),
      config: { track: 'video', codec: 'vp8', width: 640, height: 360 },
    });
    fc.assert(
      fc.property(fc.nat(80), (length) => {
        expect(() => unpackFrame(packet.slice(0, length))).toThrow(RangeError);
      }),
    );
    const unknown = packet.slice();
    unknown[0] = 7;
    expect(() => unpackFrame(unknown)).toThrow(RangeError);
  });
});
