import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaProgress } from '../../../model/media/types';
import { appFolder } from '../app-folder';
import type { MediaCache } from '../cache';
import type { Ffmpeg } from '../ffmpeg';
import { FfmpegFailed } from '../ffmpeg/ffmpeg-failed';
import { runFfmpeg } from '../ffmpeg/ffmpeg-run';
import { mediaError } from '../media-error';
import { refusalOfFfmpeg } from '../prepare/refusal-cause';
import { SAMPLE_VIDEO_UNITS, sampleArgs } from './sample-args';
import { SAMPLE_LAYERS } from './sample-graph';
import { writePadded } from './sample-pad';
import { boxesOfStream } from './sample-pieces';
import { refusalOfSystem } from '../source-file';

/** Part of the key: a changed drawing is made anew. */
const RECIPE = 2;
const NAME = 'ocean.mp4';

/** Samples in one AAC frame, which are the units of the audio track. */
const AAC_FRAME = 1024;

/** How many of the last seconds made tell how long the rest takes. */
const PACE_SECONDS = 8;

export interface SampleOptions {
  /** Length, seconds; as many megabytes. */
  seconds: 100 | 10;
  cache: MediaCache;
  /** Asked only when the sample has to be made. */
  ffmpeg: () => Promise<Ffmpeg>;
  onProgress: (progress: MediaProgress) => void;
  signal: AbortSignal;
}

/**
 * The path of "ocean.mp4", made in the cache on first use: exactly 1,000,000 bytes and one fragment a second.
 * It is held in the cache until `cache.release(path)`. Open it with openMedia. Throws MediaError.
 */
export async function openSample(options: SampleOptions): Promise<string> {
  const { seconds, cache, signal } = options;
  const key = `ocean-${seconds}-${RECIPE}`;
  try {
    const entry =
      (await cache.find(key)) ??
      (await cache.make(key, async (folder) => {
        await makeSample(folder, options);
        return { file: NAME, note: '' };
      }));
    return entry.path;
  } catch (error) {
    if (signal.aborted) throw mediaError('cancelled', { name: NAME });
    if (error instanceof FfmpegFailed) throw refusalOfFfmpeg(error, NAME);
    throw refusalOfSystem(error, NAME);
  }
}

async function makeSample(folder: string, options: SampleOptions): Promise<void> {
  const { seconds, signal, onProgress } = options;
  const report = (fraction: number, secondsLeft: number | null) =>
    onProgress({ step: 'sample', name: NAME, fraction, secondsLeft });
  report(0, null);
  const ffmpeg = await options.ffmpeg();
  const layers = await copyLayers(folder);
  const file = await open(join(folder, NAME), 'w');
  const times = [performance.now()];
  const onSecond = (done: number) => {
    // The first seconds take longer (the sea is drawn once, then repeated): only the last few tell.
    const since = Math.max(0, done - PACE_SECONDS);
    const nowMs = performance.now();
    times.push(nowMs);
    const tookMs = nowMs - (times[since] ?? nowMs);
    report(done / seconds, (tookMs / 1000 / (done - since)) * (seconds - done));
  };
  const padding = { videoUnits: SAMPLE_VIDEO_UNITS, audioFrameUnits: AAC_FRAME, onSecond };
  try {
    await runFfmpeg(ffmpeg, {
      args: sampleArgs(seconds),
      signal,
      cwd: layers,
      consume: async (output) => {
        const made = await writePadded(boxesOfStream(output), file, padding);
        if (made !== seconds) throw new Error(`${made} of ${seconds} seconds were made.`);
      },
    });
  } finally {
    await file.close();
    await rm(layers, { recursive: true, force: true });
  }
}

/** The drawing's layers where ffmpeg can read them: in a packed app they lie inside the asar. */
async function copyLayers(folder: string): Promise<string> {
  const layers = join(folder, 'layers');
  await mkdir(layers);
  for (const name of SAMPLE_LAYERS) {
    const png = await readFile(join(appFolder(), 'assets', 'sample', `${name}.png`));
    await writeFile(join(layers, `${name}.png`), png);
  }
  return layers;
}
