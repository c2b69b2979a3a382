import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bench, H264_AAC, picture, tone } from './made';

const film = [...picture(4), ...tone(4)];
const FRAGMENTED = ['-movflags', '+frag_keyframe+empty_moov+default_base_moof'];
const VP8 = ['-c:v', 'libvpx', '-deadline', 'realtime', '-c:a', 'libvorbis'];

describe('recordings joined end to end', () => {
  let bench: Bench;
  beforeAll(async () => (bench = await Bench.open()));
  afterAll(() => bench.close());

  const joined = async (name: string, ...args: string[]) => {
    const path = await bench.make(`one-${name}`, ...film, ...args);
    const one = await readFile(path);
    return bench.changed(path, name, () => Buffer.concat([one, one]));
  };

  it('a fragmented MP4 is never delivered with times that fall', async () => {
    const media = await bench.open(await joined('twice.mp4', ...H264_AAC, ...FRAGMENTED));
    expect(media.prepared?.how).toBe('transcoded');
    expect(media.prepared?.note).toContain('Its times fall back');
    expect(media.durationS).toBeGreaterThan(6);
    expect(media.durationS).toBeLessThan(8.3);
    expectRising(media.index);
  });

  it.each([
    ['twice.webm', VP8],
    ['twice.mkv', H264_AAC],
    ['twice.flv', [...H264_AAC, '-ar', '44100']],
  ])('%s plays both, or the first alone and says so', async (name, args) => {
    const media = await bench.open(await joined(name, ...args));
    const { note, how } = media.prepared ?? {};
    if (note?.includes('Its times fall back')) {
      expect(how).toBe('transcoded');
      expect(media.durationS).toBeCloseTo(8, 0);
    } else {
      expect(note).toContain('several recordings in one, of which only the first could be read');
      expect(media.durationS).toBeCloseTo(4, 0);
    }
    expectRising(media.index);
  });

  it('a transport stream goes on counting by itself', async () => {
    const media = await bench.open(await joined('twice.ts', ...H264_AAC));
    expect(media.durationS).toBeCloseTo(8, 0);
    expectRising(media.index);
  });
});

function expectRising(index: readonly { bytes: number; seconds: number }[]): void {
  for (const [i, { bytes, seconds }] of index.entries()) {
    expect(bytes).toBeGreaterThan(index[i - 1]?.bytes ?? -1);
    expect(seconds).toBeGreaterThanOrEqual(index[i - 1]?.seconds ?? 0);
  }
}
