import fc from 'fast-check';
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny';
import type {
  AudioFrameConfig,
  EncodedFrame,
  FrameConfig,
  Track,
  VideoFrameConfig,
} from '../../../../model/camera/frame';
import { PICTURE_CODECS, type PictureCodec } from '../../../../model/camera/recording-kind';

/** A frame as a listener hears of it. */
export interface Heard {
  frame: EncodedFrame;
  config: FrameConfig;
}

/** SPS and PPS of 640x360 in Baseline, as an encoder's avcC holds them. */
const AVCC = Uint8Array.from([
  ...[0x01, 0x42, 0xc0, 0x1e, 0xff, 0xe1, 0x00, 0x0d],
  ...[0x67, 0x42, 0xc0, 0x1e, 0xd9, 0x00, 0xa0, 0x2f, 0xf9, 0x61, 0x00, 0x00, 0x03],
  ...[0x01, 0x00, 0x04, 0x68, 0xcb, 0x83, 0xcb],
]);

export const AUDIO: AudioFrameConfig = {
  track: 'audio',
  codec: 'opus',
  sampleRate: 48_000,
  channels: 1,
  // OpusHead: version, channels, pre-skip, rate, gain, mapping.
  description: Uint8Array.from([
    ...[...'OpusHead'].map((letter) => letter.charCodeAt(0)),
    ...[1, 1, 0x38, 0x01, 0x80, 0xbb, 0, 0, 0, 0, 0],
  ]),
};

export const videoConfig = (codec: PictureCodec): VideoFrameConfig => ({
  track: 'video',
  codec: PICTURE_CODECS[codec],
  width: 640,
  height: 360,
  ...(codec === 'h264' && { description: AVCC }),
});

/** What a made source is. */
export interface MadeSource {
  codec: PictureCodec;
  pictures: { key: boolean; gapUs: number; bytes: number }[];
  /** When the first sound is, microseconds, and how many packets there are; none leaves the source silent. */
  soundUs: number;
  sounds: number;
  /** How much later than its sound a picture is encoded, microseconds. */
  lateUs: number;
}

export const madeSource = (codec: PictureCodec): fc.Arbitrary<MadeSource> =>
  fc.record({
    codec: fc.constant(codec),
    pictures: fc.array(
      fc.record({
        key: fc.boolean(),
        gapUs: fc.integer({ min: 500, max: 20_000 }).map((tens) => tens * 10),
        bytes: fc.integer({ min: 20, max: 400 }),
      }),
      { minLength: 1, maxLength: 60 },
    ),
    // Never at the same microsecond as a picture.
    soundUs: fc.integer({ min: 0, max: 300_000 }).map((tens) => tens * 10 + 5),
    sounds: fc.nat({ max: 150 }),
    lateUs: fc.integer({ min: 0, max: 150_000 }),
  });

/** The frames of a made source in the order in which an encoder gives them. */
export function heardOf({ codec, pictures, soundUs, sounds, lateUs }: MadeSource): Heard[] {
  const given: (Heard & { atUs: number })[] = [];
  let timeUs = 0;
  pictures.forEach(({ key, gapUs, bytes }, i) => {
    const frame = frameOf(
      'video',
      timeUs,
      gapUs,
      key,
      Uint8Array.from({ length: bytes }, () => i),
    );
    given.push({ frame, config: videoConfig(codec), atUs: timeUs + lateUs });
    timeUs += gapUs;
  });
  for (let i = 0; i < sounds; i += 1) {
    const atUs = soundUs + i * 20_000;
    const frame = frameOf('audio', atUs, 20_000, true, Uint8Array.from([0xf8, i, 1, 2]));
    given.push({ frame, config: AUDIO, atUs });
  }
  return given.sort((a, b) => a.atUs - b.atUs).map(({ frame, config }) => ({ frame, config }));
}

function frameOf(
  track: 'video' | 'audio',
  timeUs: number,
  durationUs: number,
  key: boolean,
  bytes: Uint8Array<ArrayBuffer>,
): EncodedFrame {
  return {
    track,
    timeUs,
    durationUs,
    key,
    bytes,
    capturedMs: timeUs / 1000,
    encodedMs: timeUs / 1000,
  };
}

/** A packet of a file. */
export interface Packet {
  seconds: number;
  bytes: string;
  key: boolean;
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** What a file holds of a track, in its order; none when it has no such track. */
export async function packetsOf(file: Uint8Array<ArrayBuffer>, track: Track): Promise<Packet[]> {
  const input = new Input({ source: new BufferSource(file), formats: ALL_FORMATS });
  const found =
    track === 'video' ? await input.getPrimaryVideoTrack() : await input.getPrimaryAudioTrack();
  if (!found) return [];
  const packets: Packet[] = [];
  for await (const { timestamp, data, type } of new EncodedPacketSink(found).packets()) {
    packets.push({ seconds: timestamp, bytes: hex(data), key: type === 'key' });
  }
  return packets;
}

/** The picture of a moment in a file, and the key frame that it is decoded from. */
export async function lookedUp(
  file: Uint8Array<ArrayBuffer>,
  seconds: number,
): Promise<{ picture: string; key: string }> {
  const input = new Input({ source: new BufferSource(file), formats: ALL_FORMATS });
  const track = await input.getPrimaryVideoTrack();
  if (!track) throw new Error('There is no picture.');
  const sink = new EncodedPacketSink(track);
  const [picture, key] = [await sink.getPacket(seconds), await sink.getKeyPacket(seconds)];
  return {
    picture: hex(picture?.data ?? new Uint8Array()),
    key: hex(key?.data ?? new Uint8Array()),
  };
}
