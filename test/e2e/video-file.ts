import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { readStamp, STAMP_CELL, STAMP_CELLS } from '../../model/video/frame-stamp';
import { appEnvironment } from './app';
import { appCommand } from './headless';
import { ffmpegCandidates, findFfmpeg } from '../../scripts/ffmpeg-candidates.mjs';

const run = promisify(execFile);

let path: string | undefined;

/** The ffmpeg that the app has. */
async function ffmpeg(): Promise<string> {
  const modules = resolve(import.meta.dirname, '../../node_modules');
  path ??= (await findFfmpeg(ffmpegCandidates({ modules, env: process.env }))).found?.path;
  if (path === undefined) throw new Error('There is no ffmpeg that runs.');
  return path;
}

/** What ffmpeg makes of a video: raw bytes of its standard output. */
export async function decoded(file: string, args: readonly string[]): Promise<Buffer> {
  const options = { encoding: 'buffer', maxBuffer: 1e9 } as const;
  const { stdout } = await run(await ffmpeg(), ['-v', 'error', '-i', file, ...args, '-'], options);
  return stdout;
}

/** What ffmpeg says of a file. */
export async function described(file: string): Promise<string> {
  return run(await ffmpeg(), ['-hide_banner', '-i', file]).then(
    ({ stderr }) => stderr,
    (error: { stderr: string }) => error.stderr,
  );
}

/** The number that every frame of a video carries, in the order in which they are shown; null where one has none. */
export async function stampsOf(file: string): Promise<(number | null)[]> {
  const width = STAMP_CELL * STAMP_CELLS;
  const crop = `crop=${width}:${STAMP_CELL}:0:0,format=gray`;
  const raw = await decoded(file, ['-vsync', '0', '-vf', crop, '-f', 'rawvideo']);
  const size = width * STAMP_CELL;
  return Array.from({ length: raw.length / size }, (_, frame) =>
    readStamp((x, y) => raw[frame * size + y * width + x] ?? 128),
  );
}

/** The loudest sample of each tenth of a second of a video's sound, 0 to 32768. */
export async function loudnessOf(file: string): Promise<number[]> {
  const raw = await decoded(file, ['-map', '0:a', '-ac', '1', '-ar', '8000', '-f', 's16le']);
  const tenths = Math.floor(raw.length / 1600);
  return Array.from({ length: tenths }, (_, tenth) => {
    let loudest = 0;
    for (let i = 0; i < 800; i += 1) {
      loudest = Math.max(loudest, Math.abs(raw.readInt16LE(tenth * 1600 + 2 * i)));
    }
    return loudest;
  });
}

/** The app as a command draws a video of a run that is there; `ended` gives its exit code. */
export function drawVideo(
  args: readonly string[],
  env: Record<string, string> = {},
  switches: string[] = [],
): { child: ChildProcess; ended: Promise<number | null>; words: () => string } {
  const [file = '', ...words] = appCommand(['--headless', ...args], switches);
  const child = spawn(file, words, {
    env: appEnvironment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const ended = new Promise<number | null>((done) => child.once('close', done));
  return { child, ended, words: () => said };
}
