import type { Mark } from '../run/marks';
import { frameFrom, startOfFrame, type VideoFrames } from './frames';

/** A caption of a video, from one frame to before another. */
export interface Cue {
  fromFrame: number;
  toFrame: number;
  text: string;
}

const captionsOf = (marks: readonly Mark[]): Mark[] =>
  marks.filter(({ kind }) => kind === 'caption');

/** The languages in which a run has captions, by their BCP 47 tags: those of its scenario where that says any. */
export function captionLanguages(marks: readonly Mark[]): string[] {
  const captions = captionsOf(marks);
  const told = captions.filter(({ from }) => from === 'scenario');
  const texts = (told.length > 0 ? told : captions).map(({ text }) => Object.keys(text));
  return [...new Set(texts.flat())].sort();
}

/** Of a caption of the rules whose figures change, a reader gets the next after so long, s. */
const FIGURES_S = 2;

/**
 * The captions of a video in one language, as its stage says them: a scenario's own while it holds, else that of the
 * rules. What is not said in that language is said in another. A caption of the rules that differs from the one before
 * by its figures alone is left out while it is too new to be read.
 */
export function cuesOf(marks: readonly Mark[], language: string, frames: VideoFrames): Cue[] {
  const captions = captionsOf(marks);
  const bounds = captions.flatMap(({ tMs, toMs }) => [tMs, toMs ?? Infinity]);
  const starts = [0, ...bounds.map((ms) => frameFrom(frames, ms)), frames.count];
  const ordered = [...new Set(starts)].sort((a, b) => a - b);
  const shortest = FIGURES_S * frames.fps;
  const cues: Cue[] = [];
  ordered.slice(0, -1).forEach((fromFrame, i) => {
    const toFrame = ordered[i + 1] ?? frames.count;
    const said = saidWhere(captions, (mark) => holdsAt(mark, fromFrame, frames));
    const text = said ? textIn(said, language) : '';
    const last = cues.at(-1);
    const goesOn = last?.toFrame === fromFrame && text !== '';
    const isNew = toFrame - fromFrame < shortest && fromFrame - (last?.fromFrame ?? 0) < shortest;
    const refigured = said?.from === 'rule' && isNew && wordsOf(last?.text ?? '') === wordsOf(text);
    if (last && goesOn && (last.text === text || refigured)) last.toFrame = toFrame;
    else if (text !== '') cues.push({ fromFrame, toFrame, text });
  });
  return cues;
}

/** A text without its figures. */
const wordsOf = (text: string): string => text.replace(/\d+(?:[.,]\d+)*/g, '0');

const holdsAt = ({ tMs, toMs }: Mark, frame: number, frames: VideoFrames): boolean =>
  frameFrom(frames, tMs) <= frame && frame < frameFrom(frames, toMs ?? Infinity);

function saidWhere(captions: readonly Mark[], holds: (mark: Mark) => boolean): Mark | undefined {
  const held = captions.filter(holds);
  return held.findLast(({ from }) => from === 'scenario') ?? held.at(-1);
}

const textIn = ({ text }: Mark, language: string): string =>
  text[language] ?? Object.values(text)[0] ?? '';

/** Captions as WebVTT (W3C), timed by their frames. */
export function webVtt(cues: readonly Cue[], frames: Pick<VideoFrames, 'fps'>): string {
  const blocks = cues.map(({ fromFrame, toFrame, text }) => {
    const [from, to] = [fromFrame, toFrame].map((frame) => stamp(startOfFrame(frames, frame)));
    return `${from ?? ''} --> ${to ?? ''}\n${escaped(text)}\n`;
  });
  return ['WEBVTT\n', ...blocks].join('\n');
}

/** A cue has no empty line, no arrow, and none of the signs of its own. */
function escaped(text: string): string {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  return lines.join('\n').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function stamp(ms: number): string {
  const whole = Math.round(ms);
  const part = (value: number, digits: number): string => String(value).padStart(digits, '0');
  const clock = [whole / 3_600_000, (whole / 60_000) % 60, (whole / 1000) % 60];
  return `${clock.map((value) => part(Math.floor(value), 2)).join(':')}.${part(whole % 1000, 3)}`;
}
