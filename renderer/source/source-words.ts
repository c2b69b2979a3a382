import { secondsWith } from '../../model/figures';
import type { MediaInfo, MediaProgress, MediaRefusalCode } from '../../model/media/types';
import { say } from '../ui/words';
import { KIND_WORDS } from './kind-words';

/** Seconds of a source for people: whole from 100 s on and when they are whole, else one decimal. */
export function lengthWord(seconds: number): string {
  const whole = seconds >= 100 || Math.abs(seconds - Math.round(seconds)) < 0.05;
  return secondsWith(seconds, whole ? 0 : 1);
}

/** What a source is, in a few words: "100 MB, 100 s", "2 MB of text, taken at 1.0 MB/s". */
export function sourceFacts(media: MediaInfo, consumeRate: number): string {
  return KIND_WORDS.of(media).facts(media, consumeRate);
}

/** What a source is made of and what was done to it, one or two sentences. */
export const sourceNote = (media: MediaInfo): string => KIND_WORDS.of(media).note(media);

/** What is being done and how far it is: "43 %, 12 s left"; the time it has taken while that is unknown. */
export function progressWords(
  { fraction, secondsLeft }: MediaProgress,
  elapsedS: number,
): { percent: string; time: string } {
  const percent = fraction === null ? '' : `${String(Math.floor(fraction * 100))} %`;
  const left = secondsLeft === null ? '' : say('source.left', { seconds: Math.ceil(secondsLeft) });
  const elapsed = elapsedS < 1 ? '' : say('source.elapsed', { seconds: Math.floor(elapsedS) });
  return { percent, time: left || elapsed };
}

/** Refusals that leave something to deliver: the file is there, but it is not media that can be played. */
const STILL_BYTES: ReadonlySet<MediaRefusalCode> = new Set([
  'no-playable-track',
  'corrupt',
  'protected',
  'no-ffmpeg',
  'disk-full',
  'failed',
]);

/** True when a refused file can still be delivered as bytes. */
export const canBeBytes = (code: MediaRefusalCode): boolean => STILL_BYTES.has(code);

/** Folder and name of a path, on any system. */
export function splitPath(path: string): { folder: string; name: string } {
  const cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return { folder: path.slice(0, Math.max(0, cut)), name: path.slice(cut + 1) };
}
