import { rateFigure, secondsFigure, sizeFigure } from '../model/figures';
import type { MediaInfo, MediaRefusal } from '../model/media/types';
import type { Ffmpeg } from './media/ffmpeg';
import { say } from './words';

/** Which ffmpeg a run has, in one line for the terminal: its first. */
export function ffmpegLine(ffmpeg: Pick<Ffmpeg, 'version' | 'source'> | null): string {
  if (!ffmpeg) return say('cli.noFfmpeg');
  const { version, source } = ffmpeg;
  return say('cli.ffmpeg', { version, source });
}

/** What was opened and what was done to it, in one line for the terminal. */
export function openedLine(
  media: Pick<
    MediaInfo,
    'name' | 'kind' | 'bytes' | 'durationS' | 'container' | 'codecs' | 'prepared'
  >,
): string {
  const { name, kind, bytes, durationS, container, prepared } = media;
  const size = sizeFigure(bytes);
  const rate = rateFigure(durationS > 0 ? bytes / durationS : 0);
  const how = prepared ? prepared.note : say('cli.opened.asItIs');
  const codecs = media.codecs.join(', ');
  // Each kind's sentence takes what it tells of.
  return say(`cli.opened.${kind}`, {
    name,
    rate,
    container,
    codecs,
    size,
    length: secondsFigure(durationS * 1000),
    how,
  });
}

/** A refusal for the terminal: its sentence, and in a second line the first complaint of whoever could not read it. */
export function refusalLines({
  message,
  detail,
}: Pick<MediaRefusal, 'message' | 'detail'>): string {
  const complaint = detail.split('\n')[0]?.trim() ?? '';
  return complaint === '' ? message : `${message}\n  ${complaint}`;
}
