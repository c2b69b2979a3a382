import { rename, rm, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { startOfFrame } from '../../../model/video/frames';
import { isMovingPicture } from '../../../model/video/options';
import type { VideoResult } from '../../ipc/video';
import type { Ffmpeg } from '../../media/ffmpeg';
import { runFfmpeg } from '../../media/ffmpeg/ffmpeg-run';
import { disableCaptions } from './disable-captions';
import { isThere, renameFree } from '../../free-name';
import { writeWhole } from '../../whole-file';
import { movingPictureArgs, ownFile } from './encode-args';
import { captionsBeside, posterOf, sizeOf } from './video-files';
import { besideNote, removeNote, type VideoNote } from './video-note';

/** A video that is drawn, wholly or as far as it went. */
export interface DrawnVideo {
  note: VideoNote;
  /** The folder of its note. */
  notes: string;
  /** Frames that are in it. */
  frames: number;
  poster: Buffer | null;
  force: boolean;
}

/**
 * Makes what was drawn a regular video, with its chapters and captions in it, under its own name, and writes what belongs
 * beside it. Where there is no room for that, or what was written is damaged at its end, it stays as it was written: it
 * plays all the same. Never takes the place of a file that nobody said may go.
 */
export async function finishVideo(ffmpeg: Ffmpeg, drawn: DrawnVideo): Promise<VideoResult> {
  const { note, notes, frames, force } = drawn;
  const { part } = note;
  const whole = `${part}.whole`;
  let made = whole;
  try {
    await makeRegular(ffmpeg, drawn, whole);
  } catch (error) {
    if (isMovingPicture(note.options.format)) throw error;
    await rm(whole, { force: true });
    made = part;
  }
  const file = force ? await renamed(made, note.file) : await renameFree(made, note.file);
  if (made === whole) await rm(part, { force: true });
  const beside = await writeBeside(drawn, file);
  await removeNote(notes, note.id);
  const durationMs = startOfFrame(note.frames, frames);
  return { file, bytes: await sizeOf(file), durationMs, beside };
}

async function renamed(from: string, to: string): Promise<string> {
  await rename(from, to);
  return to;
}

async function makeRegular(ffmpeg: Ffmpeg, drawn: DrawnVideo, whole: string): Promise<void> {
  const { note, notes, frames } = drawn;
  const { options, part, captions, metadata } = note;
  const { signal } = new AbortController();
  if (options.format === 'webp' || options.format === 'gif') {
    const args = movingPictureArgs(options.format, part, whole);
    return void (await runFfmpeg(ffmpeg, { args, signal }));
  }
  const chapters = besideNote(notes, note.id, '.chapters.txt');
  await writeFile(chapters, metadata);
  const inputs = [...ownFile(part), '-f', 'ffmetadata', ...ownFile(chapters)];
  const maps = ['-map', '0', '-map_metadata', '1', '-map_chapters', '1'];
  for (const [i, { language, vtt }] of captions.entries()) {
    const path = besideNote(notes, note.id, `.${i}.vtt`);
    await writeFile(path, vtt);
    inputs.push('-f', 'webvtt', ...ownFile(path));
    maps.push('-map', String(i + 2), `-metadata:s:s:${i}`, `language=${threeLetters(language)}`);
  }
  const length = ['-t', String(startOfFrame(note.frames, frames) / 1000)];
  const text = options.format === 'webm' ? 'webvtt' : 'mov_text';
  const container =
    options.format === 'webm' ? ['-f', 'webm'] : ['-movflags', '+faststart', '-f', 'mp4'];
  // What stands in the picture is not to be shown over it a second time.
  const unasked = options.captions === 'burnt' ? ['-disposition:s', '0'] : [];
  const codecs = ['-c', 'copy', ...(captions.length > 0 ? ['-c:s', text, ...unasked] : [])];
  const args = [...inputs, ...maps, ...codecs, ...length, ...container, '-y', `file:${whole}`];
  await runFfmpeg(ffmpeg, { args, signal });
  if (options.format === 'mp4' && options.captions === 'burnt') await disableCaptions(whole);
}

/** Languages as MP4 and Matroska name them (ISO 639-2/T). */
const THREE_LETTERS: Readonly<Record<string, string>> = {
  de: 'deu',
  en: 'eng',
  es: 'spa',
  fr: 'fra',
  ja: 'jpn',
  ko: 'kor',
  zh: 'zho',
};

const threeLetters = (tag: string): string => THREE_LETTERS[tag.split('-')[0] ?? ''] ?? 'und';

/** Captions and the poster; where one cannot be written, the video is there all the same. */
async function writeBeside({ note, poster, force }: DrawnVideo, file: string): Promise<string[]> {
  const contents: [string, string | Buffer][] = note.captions.map(({ language, vtt }) => [
    captionsBeside(file, language),
    vtt,
  ]);
  // A picture that moves needs no other to stand for it.
  const still = !isMovingPicture(note.options.format) && extname(file) !== '.png';
  if (poster && still) contents.push([posterOf(file), poster]);
  const written: string[] = [];
  for (const [path, content] of contents) {
    if (!force && (await isThere(path))) continue;
    const done = await writeWhole(path, content).then(
      () => true,
      () => false,
    );
    if (done) written.push(path);
  }
  return written;
}
