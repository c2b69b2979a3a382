import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_FORMATS, EncodedPacketSink, FilePathSource, Input } from 'mediabunny';
import { CODE_CELLS } from '../../model/camera/time-code';
import { RecordedRun } from '../../model/run/recorded-run';
import { middleOfStrip } from '../../renderer/camera/time-code-layout';
import { codeIn } from '../../renderer/camera/time-code-strip';
import { expect, freshFolder, test } from './app';
import { readLog, runHeadless } from './headless';
import { decoded, drawVideo } from './video-file';

test.describe.configure({ timeout: 300_000 });

const CAMERA = ['--media', 'camera:test', '--methods', 'streaming', '--link', 'unlimited'];
const RUN = [...CAMERA, '--until', '3s', '--keep-pictures'];
const CAMERA_PICTURE = { width: 640, height: 360 };
const VIDEO = { width: 1280, height: 720 };
const FPS = 30;
const SIZE = ['--size', '1280x720', '--to', '3s'];

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The grey pictures of a file, in the order in which they are shown. */
async function picturesOf(
  file: string,
  { width, height }: Omit<Box, 'x' | 'y'>,
): Promise<Buffer[]> {
  const raw = await decoded(file, ['-vsync', '0', '-pix_fmt', 'gray', '-f', 'rawvideo']);
  const size = width * height;
  return Array.from({ length: raw.length / size }, (_, i) =>
    raw.subarray(i * size, (i + 1) * size),
  );
}

/** The time code of a camera's picture that stands in this part of a grey picture; null when there is none. */
function codeOf(picture: Buffer, stride: number, box: Box): number | null {
  const { top, rows } = middleOfStrip(CAMERA_PICTURE.height);
  const y = Math.floor(box.y + ((top + rows / 2) * box.height) / CAMERA_PICTURE.height);
  const samples = Array.from({ length: CODE_CELLS * 4 }, (_, i) => {
    const x = Math.floor(box.x + ((i + 0.5) * box.width) / (CODE_CELLS * 4));
    return picture[y * stride + x] ?? 0;
  });
  return codeIn(samples);
}

/** The part of an element that a picture fills whose shape is kept. */
function contained(box: Box): Box {
  const { width, height } = CAMERA_PICTURE;
  const scale = Math.min(box.width / width, box.height / height);
  return {
    x: box.x + (box.width - width * scale) / 2,
    y: box.y + (box.height - height * scale) / 2,
    width: width * scale,
    height: height * scale,
  };
}

/** When each picture of a file was captured, s. */
async function secondsOf(file: string): Promise<number[]> {
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(file) });
  const track = await input.getPrimaryVideoTrack();
  if (!track) throw new Error(`${file} has no picture.`);
  const seconds: number[] = [];
  for await (const { timestamp } of new EncodedPacketSink(track).packets()) seconds.push(timestamp);
  input.dispose();
  return seconds;
}

test('a video shows the pictures of a camera that were kept, each at its moment', async ({
  start,
}) => {
  const runs = freshFolder('runs');
  const kept = await runHeadless([...RUN, '--keep', 'Seen', '--runs', runs]);
  expect([kept.code, kept.stderr]).toEqual([0, '']);
  const run = join(runs, readdirSync(runs).find((name) => name.endsWith('.bufferrun')) ?? '');
  const pictures = run.replace('.bufferrun', '.pictures');

  const file = join(freshFolder('video'), 'camera.mp4');
  const { app, window } = await start(['--headless', '--log', run, '--video', file, ...SIZE]);
  const ended = new Promise((done) => app.process().once('exit', done));
  const player = window.locator('.picture canvas');
  // What says that it plays stands over the code.
  await window.addStyleTag({ content: '.screen .state { display: none }' });
  const box = contained((await player.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 });
  await ended;

  const whole = { x: 0, y: 0, ...CAMERA_PICTURE };
  const codes = (await picturesOf(pictures, CAMERA_PICTURE)).map((picture) =>
    codeOf(picture, CAMERA_PICTURE.width, whole),
  );
  const seconds = await secondsOf(pictures);
  expect(codes).toHaveLength(seconds.length);
  const lane = new RecordedRun(readLog(kept), 'running').lanes[0];
  const shown = (await picturesOf(file, VIDEO)).map((frame, i) => {
    const positionS = lane?.frameAt((i * 1000) / FPS).positionS ?? 0;
    const foreseen = codes[seconds.findLastIndex((second) => second <= positionS)] ?? null;
    return { foreseen, code: codeOf(frame, VIDEO.width, box) };
  });
  expect(shown).toHaveLength(90);
  // The first may have been drawn before the style was there.
  const read = shown.slice(15).filter(({ foreseen }) => foreseen !== null);
  expect(new Set(read.map(({ foreseen }) => foreseen)).size).toBeGreaterThan(10);
  expect(read.map(({ code }) => code)).toEqual(read.map(({ foreseen }) => foreseen));
});

test('pictures are kept for the time of a run that is not; without them a video says what was there', async () => {
  const folder = freshFolder('video');
  const [file, again] = [join(folder, 'passing.mp4'), join(folder, 'again.mp4')];
  const temporary = freshFolder('temporary');
  const made = await runHeadless([...RUN, '--video', file, ...SIZE], [], undefined, {
    env: { TMPDIR: temporary },
    out: folder,
  });
  expect([made.code, made.stderr]).toEqual([0, '']);
  expect(made.stdout).not.toContain('was not kept');
  expect(readdirSync(temporary).filter((name) => name.startsWith('bufferscope-pictures'))).toEqual(
    [],
  );
  const without = drawVideo(['--log', join(folder, 'report.json'), '--video', again, ...SIZE]);
  expect([await without.ended, without.words()]).toEqual([
    0,
    expect.stringContaining('What the camera showed was not kept'),
  ]);
  const [seen, unseen] = await Promise.all([file, again].map((path) => picturesOf(path, VIDEO)));
  expect(seen).toHaveLength(90);
  expect(unseen).toHaveLength(90);
  expect(seen?.[80]?.equals(unseen?.[80] ?? Buffer.alloc(0))).toBe(false);
});
