import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bench, H264_AAC, picture, tone } from './made';

describe('what a file promises and holds', () => {
  let bench: Bench;
  beforeAll(async () => (bench = await Bench.open()));
  afterAll(() => bench.close());

  const B_FRAMES = [...H264_AAC.map((word) => (word === 'ultrafast' ? 'veryfast' : word))];

  it('a remuxed film with B-frames begins at 0 and is as long as it was', async () => {
    const film = [...picture(4), ...tone(4), ...B_FRAMES, '-bf', '3'];
    const media = await bench.open(await bench.make('b-frames.mp4', ...film));
    expect(media.prepared?.how).toBe('remuxed');
    expect(media.startS).toBeGreaterThan(0.03);
    expect(Math.abs(media.durationS - 4)).toBeLessThan(0.035);
    expect(media.index[0]).toEqual({ bytes: 0, seconds: 0 });
    expect(media.index.at(-1)).toEqual({ bytes: media.deliveredBytes, seconds: media.durationS });
  });

  it('a length worked out from the bit rate is no promise', async () => {
    // A soft tone, then loud noise: what follows has a far higher rate than the beginning.
    const noise = ['-f', 'lavfi', '-i', 'anoisesrc=d=2:c=white,aresample=44100'];
    const loud = await bench.make('loud.aac', ...noise, '-b:a', '320k', '-f', 'adts');
    const soft = await bench.make('soft.aac', ...tone(30), '-b:a', '16k', '-f', 'adts');
    const first = await readFile(soft);
    const rest = await readFile(loud);
    await writeFile(bench.path('lena.aac'), Buffer.concat([first, rest, rest, rest]));
    const media = await bench.open(bench.path('lena.aac'));
    expect(media.durationS).toBeGreaterThan(30);
    expect(media.prepared?.note).not.toContain('cut short');
  });

  it.each([
    ['subtitled.mkv', ['-c:s', 'srt']],
    ['subtitled.mp4', ['-c:s', 'mov_text']],
  ])('the end of the subtitles in %s is not the end of the film', async (name, subtitles) => {
    const words = bench.path('words.srt');
    await writeFile(words, '1\n00:00:00,000 --> 00:00:20,000\nHello\n');
    const inputs = [...picture(3), ...tone(3), '-i', words];
    const media = await bench.open(await bench.make(name, ...inputs, ...H264_AAC, ...subtitles));
    expect(media.durationS).toBeCloseTo(3, 0);
    expect(media.prepared?.note).not.toContain('cut short');
  });

  it('a WebM of a single frame plays for a moment, and no more is said of it', async () => {
    const one = [...picture(1, 's=160x90:r=1'), '-c:v', 'libvpx', '-deadline', 'realtime'];
    const media = await bench.open(await bench.make('single.webm', ...one));
    expect(media.durationS).toBeGreaterThan(0);
    expect(media.prepared?.note ?? '').not.toContain('cut short');
  });

  it('a film whose end is missing says how much is there', async () => {
    const fast = [...H264_AAC, '-movflags', '+faststart'];
    const whole = await bench.make('whole.mp4', ...picture(6), ...tone(6), ...fast);
    const half = await bench.changed(whole, 'half.mp4', (bytes) =>
      bytes.subarray(0, bytes.length / 2),
    );
    const media = await bench.open(half);
    expect(media.prepared?.note).toMatch(/The file is cut short: [\d.]+ of 6\.0 s are there\./);
  });
});
