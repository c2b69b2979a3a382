import { expect, it } from 'vitest';
import { KeptWords } from '../../../../electron/media/ffmpeg/kept-words';
import { parseInput } from '../../../../electron/media/ffmpeg/ffmpeg-streams';

const HEAD = "Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'file:film.mp4':\n  Metadata:\n";
const LENGTH = '  Duration: 00:25:00.00, start: 0.000000, bitrate: 2000 kb/s\n';
const CHAPTERS = Array.from(
  { length: 5000 },
  (_, i) =>
    `    Chapter #0:${i}: start ${i}.0, end ${i + 1}.0\n    Metadata:\n      title : ${i}\n`,
).join('');
const STREAM = '    Stream #0:0(und): Video: h264 (High), yuv420p, 1280x720, 25 fps (default)\n';
const WARNINGS = '[mov @ 0x1] a warning that ffmpeg repeats\n'.repeat(5000);

it.each([1, 1000, 65_536, 10_000_000])('keeps what describes the film, in pieces of %i', (size) => {
  const all = HEAD + 'x: y\n'.repeat(20_000) + LENGTH + CHAPTERS + STREAM + WARNINGS + 'The end.\n';
  const words = new KeptWords();
  for (let at = 0; at < all.length; at += size) words.push(all.slice(at, at + size));
  expect(words.text.length).toBeLessThan(200_000);
  expect(words.text.startsWith(HEAD)).toBe(true);
  expect(words.text.endsWith('The end.\n')).toBe(true);
  expect(parseInput(words.text)).toMatchObject({
    format: 'mov,mp4,m4a,3gp,3g2,mj2',
    durationS: 1500,
    streams: [{ index: 0, codec: 'h264', width: 1280 }],
  });
});

it.each(['', 'short\n', 'without an end of line', 'a\n'.repeat(40_000)])(
  'repeats what fits to the letter',
  (said) => {
    const words = new KeptWords();
    words.push(said);
    expect(words.text).toBe(said);
  },
);

it('is bounded by lines that never end and by facts without number', () => {
  for (const piece of ['x'.repeat(1e5), STREAM.repeat(1000)]) {
    const words = new KeptWords();
    for (let i = 0; i < 50; i += 1) words.push(piece);
    expect(words.text.length).toBeLessThan(300_000);
  }
});
