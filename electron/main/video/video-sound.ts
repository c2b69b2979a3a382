import type { Readable, Writable } from 'node:stream';
import type { RunLog } from '../../../model/run/schema';
import { cutSound, SOUND_CHANNELS, SOUND_RATE } from '../../../model/video/cut-sound';
import { lengthOf, type VideoFrames } from '../../../model/video/frames';
import type { VideoOptions } from '../../../model/video/options';
import { soundCuts, type SoundCut } from '../../../model/video/sound-cuts';
import type { Ffmpeg } from '../../media/ffmpeg';
import { inputArgs } from '../../media/ffmpeg/input-args';
import { runFfmpeg } from '../../media/ffmpeg/ffmpeg-run';
import { findChange } from '../runs/recorded-media';

const PCM = ['-f', 's16le', '-ac', String(SOUND_CHANNELS), '-ar', String(SOUND_RATE)];

/**
 * What sound is written as beside each kind of picture, and how many samples of it its decoder puts before the first: a
 * file that is made of fragments cannot say that they are to be left out, so they take the place of the first ones.
 */
const CODED = {
  mp4: { args: ['-c:a', 'aac', '-b:a', '128k', '-f', 'adts'], before: 1024 },
  webm: { args: ['-c:a', 'libopus', '-b:a', '96k', '-f', 'ogg'], before: 0 },
} as const;

/** The stretches of a video in which its lane is heard; none where nothing can be. */
export function heardCuts(log: RunLog, options: VideoOptions, frames: VideoFrames): SoundCut[] {
  const { sound, format } = options;
  if (sound === 'none' || !(format in CODED)) return [];
  if (log.media.kind !== 'media' || !log.media.hasAudio || !log.media.file) return [];
  const lane = log.lanes.find(({ method }) => method === sound);
  return lane ? soundCuts(lane, frames, log.settings.speed) : [];
}

/**
 * Writes the sound of a video to a file: what the lane's player played, when it played it. False where the media file
 * is gone or another; throws FfmpegFailed.
 */
export async function writeSound(
  ffmpeg: Ffmpeg,
  { log, options, frames }: { log: RunLog; options: VideoOptions; frames: VideoFrames },
  to: string,
  signal: AbortSignal,
): Promise<boolean> {
  const cuts = heardCuts(log, options, frames);
  const { file, deliveredSha256 } = log.media;
  const last = cuts.at(-1);
  if (!last || !file || (await findChange(file, deliveredSha256)) !== null) return false;
  const coded = options.format === 'webm' ? CODED.webm : CODED.mp4;
  const untilS = (last.mediaMs + last.toMs - last.fromMs) / 1000 + 1;
  const encode = async (decoded: Readable): Promise<void> => {
    const sound = cutSound(decoded, cuts, { lengthMs: lengthOf(frames), from: coded.before });
    const feed = async (input: Writable): Promise<void> => {
      for await (const piece of sound) await writeAll(input, piece);
    };
    const args = [...PCM, '-i', 'pipe:0', ...coded.args, '-y', `file:${to}`];
    await runFfmpeg(ffmpeg, { args, signal, feed });
  };
  const args = [...inputArgs(file.path), '-vn', '-t', String(untilS), ...PCM, 'pipe:1'];
  await runFfmpeg(ffmpeg, { args, signal, consume: encode });
  return true;
}

/** Writes bytes; settles when the pipe has taken them, rejects when it is broken. */
export function writeAll(input: Writable, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    input.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}
