import { rateFigure, sizeFigure } from '../../model/figures';
import type { MediaInfo, MediaProgress, MediaRefusalCode } from '../../model/media/types';
import { say } from '../ui/words';
import { kindOf } from '../../model/source/kinds';
import type { SourceKind } from '../../model/source/source-kind';

/** Seconds of a source for people: whole from 100 s on and when they are whole, else one decimal. */
export function lengthWord(seconds: number): string {
  const whole = seconds >= 100 || Math.abs(seconds - Math.round(seconds)) < 0.05;
  return `${whole ? String(Math.round(seconds)) : seconds.toFixed(1)} s`;
}

/** What a source is, in a few words: "100 MB, 100 s", "2 MB of text, taken at 1.0 MB/s". */
export function sourceFacts(media: MediaInfo, consumeRate: number): string {
  return WORDS[kindOf(media).id].facts(media, consumeRate);
}

/** What a source is made of and what was done to it, one or two sentences. */
export const sourceNote = (media: MediaInfo): string => WORDS[kindOf(media).id].note(media);

/** What is said of a source in a few words, and in a sentence or two. */
interface SourceWords {
  facts: (media: MediaInfo, consumeRate: number) => string;
  note: (media: MediaInfo) => string;
}

const consumed = (kind: 'text' | 'bytes'): SourceWords => ({
  facts: ({ deliveredBytes }, consumeRate) =>
    say(`source.${kind}`, { size: sizeFigure(deliveredBytes), rate: rateFigure(consumeRate) }),
  note: () => say('source.noteBytes'),
});

const WORDS: Readonly<Record<SourceKind['id'], SourceWords>> = {
  media: {
    facts({ deliveredBytes, durationS, prepared }) {
      const { how, losses = [] } = prepared ?? {};
      const lost = losses.map((loss) => say(`source.losses.${loss}`));
      const made = how ? [say(`source.${how}`)] : [];
      return [sizeFigure(deliveredBytes), lengthWord(durationS), ...made, ...lost].join(', ');
    },
    note({ container, codecs, prepared }) {
      const made = say('source.made', { container, codecs: codecs.join(', ') });
      return `${made} ${prepared ? prepared.note : say('source.asItIs')}`;
    },
  },
  text: consumed('text'),
  bytes: consumed('bytes'),
  camera: {
    facts: () => say('cameraUi.facts'),
    note: ({ container, codecs }) => say('cameraUi.note', { container, codecs: codecs.join(', ') }),
  },
};

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
