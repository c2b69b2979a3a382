import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Track } from '../../../../model/camera/frame';
import {
  kindsOf,
  type PictureCodec,
  type RecordingKind,
} from '../../../../model/camera/recording-kind';
import { FrameFile, WrongCodec } from '../../../../renderer/camera/recording/frame-file';
import {
  AUDIO,
  lookedUp,
  heardOf,
  hex,
  madeSource,
  packetsOf,
  videoConfig,
  type Heard,
  type Packet,
} from './made-frames';

const CHOICES = (['vp8', 'vp9', 'h264'] as const).flatMap((codec: PictureCodec) =>
  kindsOf(codec).map((kind): [RecordingKind, PictureCodec] => [kind, codec]),
);

const joined = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.concat(parts));

/** Records what is heard from `from` on; the pieces of the file, as they were written. */
async function recorded(kind: RecordingKind, heard: readonly Heard[]): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  const file = new FrameFile(kind, (bytes) => pieces.push(bytes));
  for (const { frame, config } of heard) file.push(frame, config);
  await file.finish();
  return pieces;
}

/** What a file of these frames is to hold: from the first key frame on, and the sound since then. */
function wanted(heard: readonly Heard[]): Record<Track, Packet[]> {
  const first = heard.find(({ frame }) => frame.track === 'video' && frame.key);
  const fromUs = first?.frame.timeUs ?? Infinity;
  const of = (track: Track): Packet[] =>
    heard
      .filter(({ frame }) => frame.track === track && frame.timeUs >= fromUs)
      .map(({ frame }) => ({
        seconds: (frame.timeUs - fromUs) / 1e6,
        bytes: hex(frame.bytes),
        key: frame.key,
      }));
  return { video: of('video'), audio: of('audio') };
}

/** What is not the silence that a file is filled with. */
const heardIn = (sound: Packet[]): Packet[] => sound.filter(({ bytes }) => bytes !== 'f8fffe');

function expectSame(found: Packet[], expected: Packet[]): void {
  expect(found.map(({ bytes, key }) => ({ bytes, key }))).toEqual(
    expected.map(({ bytes, key }) => ({ bytes, key })),
  );
  found.forEach(({ seconds }, i) => {
    expect(Math.abs(seconds - (expected[i]?.seconds ?? NaN))).toBeLessThanOrEqual(0.001);
  });
}

describe.each(CHOICES)('a recording to %s of %s', (kind, codec) => {
  it('holds what was given from its first key frame on, whenever it begins and ends', async () => {
    await fc.assert(
      fc.asyncProperty(
        madeSource(codec),
        fc.nat({ max: 100 }),
        fc.nat({ max: 200 }),
        async (source, from, count) => {
          const heard = heardOf(source).slice(from, from + count);
          const file = joined(await recorded(kind, heard));
          const { video, audio } = wanted(heard);
          if (video.length === 0) {
            expect(file).toHaveLength(0);
            return;
          }
          expectSame(await packetsOf(file, 'video'), video);
          const sound = heardIn(await packetsOf(file, 'audio'));
          // Sound that begins late finds a file that has begun without.
          if (sound.length > 0 || (audio[0]?.seconds ?? 9) < 0.8) expectSame(sound, audio);
        },
      ),
    );
  });

  it('is a file wherever it is left off, with the frames until then', async () => {
    await fc.assert(
      fc.asyncProperty(madeSource(codec), fc.nat(), async (source, cut) => {
        const heard = heardOf({ ...source, soundUs: 5, sounds: 150 });
        const pieces = await recorded(kind, heard);
        const left = joined(pieces.slice(0, 1 + (cut % Math.max(1, pieces.length))));
        const { video, audio } = wanted(heard);
        if (left.length === 0) return;
        const found = await packetsOf(left, 'video');
        expectSame(found, video.slice(0, found.length));
        const sound = heardIn(await packetsOf(left, 'audio'));
        expectSame(sound, audio.slice(0, sound.length));
      }),
    );
  });
});

describe.each(CHOICES)('pictures that are kept in %s of %s', (kind, codec) => {
  it('count capture time, and the picture of any moment is found from its key frame on', async () => {
    await fc.assert(
      fc.asyncProperty(madeSource(codec), fc.nat({ max: 6_000_000 }), async (source, momentUs) => {
        const heard = heardOf(source);
        const pictures = heard.map(({ frame }) => frame).filter(({ track }) => track === 'video');
        const from = pictures.findIndex(({ key }) => key);
        if (from < 0) return;
        const at: { bytes: Uint8Array; position: number }[] = [];
        const file = new FrameFile(kind, (bytes, position) => at.push({ bytes, position }), true);
        for (const { frame, config } of heard) file.push(frame, config);
        await file.finish();
        const size = Math.max(...at.map(({ bytes, position }) => position + bytes.length));
        const whole = new Uint8Array(size);
        for (const { bytes, position } of at) whole.set(bytes, position);
        const found = await packetsOf(whole, 'video');
        const given = pictures.slice(from);
        expect(found.map(({ bytes }) => bytes)).toEqual(given.map(({ bytes }) => hex(bytes)));
        found.forEach(({ seconds }, i) => {
          expect(Math.abs(seconds - (given[i]?.timeUs ?? NaN) / 1e6)).toBeLessThanOrEqual(0.001);
        });
        // Times are kept to a millisecond: no picture is asked for at its very edge.
        const edge = given.some(({ timeUs }) => Math.abs(timeUs - momentUs) <= 1000);
        const shown = given.findLast(({ timeUs }) => timeUs <= momentUs);
        if (edge || !shown) return;
        const key = given.findLast((each) => each.key && each.timeUs <= momentUs);
        expect(await lookedUp(whole, momentUs / 1e6)).toEqual({
          picture: hex(shown.bytes),
          key: hex(key?.bytes ?? new Uint8Array()),
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('FrameFile', () => {
  it('lets no sound overlap the sound before it, and stays within a packet of capture time', async () => {
    const jitter = fc.array(fc.integer({ min: -3000, max: 3000 }), {
      minLength: 50,
      maxLength: 50,
    });
    const drift = fc.double({ min: 0.98, max: 1.02, noNaN: true });
    await fc.assert(
      fc.asyncProperty(jitter, drift, async (off, clock) => {
        const picture = heardOf({
          ...{ codec: 'vp8', soundUs: 5, sounds: 0, lateUs: 0 },
          pictures: [{ key: true, gapUs: 33_000, bytes: 50 }],
        });
        const sounds = off.map((us, i): Heard => {
          const bytes = Uint8Array.of(0xf8, i);
          const timeUs = 10_000 + Math.round(i * 20_000 * clock) + us;
          const times = { timeUs, durationUs: 20_000, capturedMs: 0, encodedMs: 0 };
          return { frame: { track: 'audio', key: true, bytes, ...times }, config: AUDIO };
        });
        const heard = [...picture, ...sounds];
        const found = await packetsOf(joined(await recorded('webm', heard)), 'audio');
        found.slice(1).forEach(({ seconds }, i) => {
          const before = found[i]?.seconds ?? NaN;
          // Times of a WebM are whole milliseconds.
          expect(seconds - before).toBeGreaterThan(0.019 - 1e-9);
        });
        for (const { seconds, bytes } of found) {
          const given = sounds.find(({ frame }) => hex(frame.bytes) === bytes)?.frame.timeUs ?? NaN;
          expect(Math.abs(seconds - given / 1e6)).toBeLessThan(0.021);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('fills a gap in its sound with silence, and moves nothing else', async () => {
    const whole = heardOf({
      codec: 'vp8',
      pictures: Array.from({ length: 40 }, () => ({ key: true, gapUs: 50_000, bytes: 50 })),
      soundUs: 5,
      sounds: 100,
      lateUs: 0,
    });
    const lost = ({ frame }: Heard): boolean =>
      frame.track === 'audio' && frame.timeUs > 500_000 && frame.timeUs < 1_000_000;
    const heard = whole.filter((each) => !lost(each));
    const file = joined(await recorded('webm', heard));
    const found = await packetsOf(file, 'audio');
    expect(found).toHaveLength(100);
    found.forEach(({ seconds }, i) => expect(seconds).toBeCloseTo(i * 0.02, 2));
    expect(found.filter(({ bytes }) => bytes === 'f8fffe')).toHaveLength(25);
    const given = wanted(heard).audio;
    expectSame(heardIn(found), given);
    expectSame(await packetsOf(file, 'video'), wanted(heard).video);
  });

  it('names one rate of its sound, whatever it was made from', async () => {
    const description = AUDIO.description?.slice() ?? new Uint8Array(19);
    new DataView(description.buffer).setUint32(12, 44_100, true);
    const heard = heardOf({
      ...{ codec: 'h264', soundUs: 5, sounds: 20, lateUs: 0 },
      pictures: [{ key: true, gapUs: 33_000, bytes: 50 }],
    }).map(({ frame, config }) => ({
      frame,
      config: config.track === 'audio' ? { ...config, sampleRate: 44_100, description } : config,
    }));
    const file = Buffer.from(joined(await recorded('mp4', heard)));
    // dOps: version, channels, pre-skip, then the rate.
    expect(file.readUInt32BE(file.indexOf('dOps') + 8)).toBe(48_000);
    expect(file.readUInt16BE(file.indexOf('Opus') + 28)).toBe(48_000);
  });

  it('refuses pictures that its kind of file does not hold', () => {
    const file = new FrameFile('mp4', () => undefined);
    const bytes = new Uint8Array(30);
    const times = { timeUs: 0, durationUs: 20_000, capturedMs: 0, encodedMs: 0 };
    file.push({ track: 'audio', key: true, bytes, ...times }, AUDIO);
    expect(() =>
      file.push({ track: 'video', key: true, bytes, ...times }, videoConfig('vp8')),
    ).toThrow(WrongCodec);
  });
});
