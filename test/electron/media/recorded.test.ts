import { writeFile } from 'node:fs/promises';
import {
  ALL_FORMATS,
  EncodedPacketSink,
  FilePathSource,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
} from 'mediabunny';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EncodedFrame, FrameConfig } from '../../../model/camera/frame';
import type { RecordingKind } from '../../../model/camera/recording-kind';
import { FrameFile } from '../../../renderer/camera/recording/frame-file';
import { Bench, picture, tone } from './made';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.open();
});
afterAll(() => bench.close());

/** A WebM as a browser's recorder writes it: no length in its head, a cluster for every picture that stands by itself. */
const recorded = (name: string) =>
  bench.make(
    name,
    ...[...picture(6), ...tone(6), '-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8'],
    ...['-g', '25', '-c:a', 'libopus', '-live', '1', '-f', 'webm'],
  );

/** What is recorded of its frames from `fromS` on, seconds. */
async function kept(path: string, kind: RecordingKind, fromS: number): Promise<Uint8Array> {
  const input = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS });
  const given: Uint8Array[] = [];
  const file = new FrameFile(kind, (bytes) => given.push(bytes));
  const frames: { frame: EncodedFrame; config: FrameConfig }[] = [];
  const tracks = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
  for (const track of tracks) {
    if (!track) throw new Error('A track is missing.');
    const config = await configOf(track);
    for await (const packet of new EncodedPacketSink(track).packets()) {
      const { timestamp, duration, data, type } = packet;
      const frame: EncodedFrame = {
        track: config.track,
        timeUs: Math.round(timestamp * 1e6),
        durationUs: Math.round(duration * 1e6),
        key: type === 'key',
        bytes: Uint8Array.from(data),
        capturedMs: 0,
        encodedMs: 0,
      };
      // On a busy computer some sound is lost.
      const lost = config.track === 'audio' && timestamp > fromS + 1 && timestamp < fromS + 1.4;
      if (timestamp >= fromS && !lost) frames.push({ frame, config });
    }
  }
  frames.sort((a, b) => a.frame.timeUs - b.frame.timeUs);
  for (const { frame, config } of frames) file.push(frame, config);
  await file.finish();
  return Buffer.concat(given);
}

async function configOf(track: InputVideoTrack | InputAudioTrack): Promise<FrameConfig> {
  const config = await track.getDecoderConfig();
  if (!config) throw new Error('A track without a decoder.');
  const head = config.description;
  const description = head && {
    description: Uint8Array.from(
      ArrayBuffer.isView(head)
        ? new Uint8Array(head.buffer, head.byteOffset, head.byteLength)
        : new Uint8Array(head),
    ),
  };
  if ('sampleRate' in config) {
    const { codec, sampleRate, numberOfChannels: channels } = config;
    return { track: 'audio', codec, sampleRate, channels, ...description };
  }
  const { codec, codedWidth: width = 0, codedHeight: height = 0 } = config;
  return { track: 'video', codec, width, height, ...description };
}

describe('a recording without a length in its head', () => {
  it('is opened as it is, and its index finds the length', async () => {
    const media = await bench.open(await recorded('whole.webm'));
    expect(media).toMatchObject({ kind: 'media', container: 'WebM', prepared: null });
    expect(media.durationS).toBeCloseTo(6, 0);
    expect(media.index.length).toBeGreaterThan(50);
  });

  it.each([
    ['webm', 'libvpx', 'webm'],
    ['webm', 'libvpx-vp9', 'webm'],
    ['mp4', 'libvpx-vp9', 'webm'],
    ['mp4', 'libx264', 'mp4'],
  ] as const)(
    'is opened as it is from the middle on, in %s by %s, and begins at 0',
    async (kind, codec, from) => {
      const made = await bench.make(
        `long-${codec}.${from}`,
        ...[
          ...picture(6),
          ...tone(6),
          '-c:v',
          codec,
          '-g',
          '25',
          '-bf',
          '0',
          '-pix_fmt',
          'yuv420p',
        ],
        ...['-c:a', 'libopus', ...(from === 'mp4' ? ['-strict', '-2'] : ['-deadline', 'realtime'])],
      );
      const path = bench.path(`from-the-middle-${codec}.${kind}`);
      await writeFile(path, await kept(made, kind, 3));
      const media = await bench.open(path);
      expect(media).toMatchObject({ prepared: null, hasVideo: true, hasAudio: true });
      expect(media.durationS).toBeGreaterThan(1.5);
      expect(media.durationS).toBeLessThan(4);
      expect(media.index[1]?.seconds).toBeLessThan(2.1);
    },
  );
});
