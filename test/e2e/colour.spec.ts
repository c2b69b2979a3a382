import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, freshFolder, test } from './app';
import { ffmpeg } from './files';
import { flag, lane, press, roomReady } from './room';

/** Colours of four stripes: far enough from grey that another matrix or range shows. */
const STRIPES = ['0xC04020', '0x20A040', '0x3050C0', '0x909090'];

/** A level on the screen may differ from ffmpeg's by this much: codecs and scaling take some. */
const TOLERANCE = 8;

/** ffmpeg's filter that takes one pixel from the middle of each stripe. */
const MIDDLES = 'scale=4:1:flags=neighbor';

/** ffmpeg's arguments that draw the stripes in RGB, each of them a quarter of the picture wide. */
function stripes(width: number, height: number): string[] {
  return STRIPES.flatMap((colour) => [
    ...['-f', 'lavfi', '-i', `color=${colour}:s=${width / 4}x${height}:r=25:d=12`],
  ]);
}

interface Film {
  name: string;
  size: [number, number];
  /** Matrix and range in which the file holds its picture. */
  matrix: 'bt601' | 'bt709';
  range: 'tv' | 'pc';
  encode: string[];
}

const BT709 = ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'];
const MPEG2 = ['-c:v', 'mpeg2video', '-q:v', '2'];

const FILMS: Film[] = [
  {
    ...{ name: 'sd-untagged.avi', size: [640, 360], matrix: 'bt601', range: 'tv' },
    encode: ['-c:v', 'mpeg4', '-q:v', '2'],
  },
  {
    ...{ name: 'sd-709.mpg', size: [640, 360], matrix: 'bt709', range: 'tv' },
    encode: [...MPEG2, ...BT709],
  },
  {
    ...{ name: 'full-range.avi', size: [640, 360], matrix: 'bt601', range: 'pc' },
    encode: ['-c:v', 'mjpeg', '-q:v', '2'],
  },
  {
    ...{ name: 'hd-untagged.avi', size: [1280, 720], matrix: 'bt709', range: 'tv' },
    encode: ['-c:v', 'mpeg4', '-q:v', '2'],
  },
];

for (const { name, size, matrix, range, encode } of FILMS) {
  test(`${name} has on the screen the colours that ffmpeg itself sees`, async ({ start }) => {
    const folder = freshFolder('colour');
    const film = join(folder, name);
    const joined = '[0:v][1:v][2:v][3:v]hstack=inputs=4';
    const scale = `scale=out_color_matrix=${matrix}:out_range=${range}`;
    const pixels = range === 'pc' ? 'yuvj420p' : 'yuv420p';
    const graph = ['-filter_complex', `${joined},format=rgb24,${scale},format=${pixels}`];
    await ffmpeg(...stripes(...size), ...graph, ...encode, film);

    const raw = join(folder, 'own.rgb');
    const decode = `scale=in_color_matrix=${matrix}:in_range=${range}`;
    const rgb = `${decode},format=rgb24,${MIDDLES}`;
    await ffmpeg('-i', film, '-frames:v', '1', '-vf', rgb, '-f', 'rawvideo', raw);

    const started = await start([film]);
    const { window } = started;
    await roomReady(window);
    await press(window, 'Space');
    await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
    const shot = join(folder, 'shot.png');
    await lane(window, 'Streaming').locator('video').screenshot({ path: shot });
    const seen = join(folder, 'seen.rgb');
    // The player writes over the edges of its picture.
    const inner = `crop=iw:ih/5:0:ih*3/10,format=rgb24,${MIDDLES}`;
    await ffmpeg('-i', shot, '-frames:v', '1', '-vf', inner, '-f', 'rawvideo', seen);

    const own = readFileSync(raw);
    const screen = readFileSync(seen);
    for (const [i, level] of own.entries()) {
      const stripe = `${STRIPES[Math.floor(i / 3)] ?? ''} is ${[...screen].join(' ')} on the screen`;
      expect(Math.abs((screen[i] ?? 0) - level), stripe).toBeLessThanOrEqual(TOLERANCE);
    }
    expect(own.length).toBe(3 * STRIPES.length);
  });
}
