import type { RunLog } from '../run/schema';
import { frameFrom, type VideoFrames } from './frames';

/** A chapter of a video, from a frame to that of the next. */
export interface Chapter {
  frame: number;
  title: string;
}

/** What chapters are called that nobody has named. */
export interface ChapterWords {
  begin: string;
  down: string;
  back: string;
}

/** What of a run names its chapters. */
export interface Said {
  marks: RunLog['marks'];
  link: Pick<RunLog['link'], 'outages'>;
}

/**
 * The chapters of a video: those that a scenario or a person marked, or else the link's outages. The first begins with
 * the video.
 */
export function chaptersOf(
  { marks, link }: Said,
  frames: VideoFrames,
  words: ChapterWords,
  language = 'en',
): Chapter[] {
  const marked = marks
    .filter(({ kind, chapter }) => kind === 'chapter' || chapter !== undefined)
    .map(({ tMs, text, chapter }) => ({
      tMs,
      title: text[language] ?? chapter ?? Object.values(text)[0] ?? '',
    }));
  const cuts = link.outages.flatMap(({ fromMs, toMs, lasts }) => [
    { tMs: fromMs, title: words.down },
    ...(lasts ? [] : [{ tMs: toMs, title: words.back }]),
  ]);
  const moments = (marked.length > 0 ? marked : cuts).filter(({ title }) => title !== '');
  const byFrame = new Map([[0, words.begin]]);
  // Of those that come with one frame the newest is named; what came before the video names its beginning.
  for (const { tMs, title } of moments) byFrame.set(frameFrom(frames, tMs), title);
  return [...byFrame]
    .filter(([frame]) => frame < frames.count)
    .sort(([a], [b]) => a - b)
    .map(([frame, title]) => ({ frame, title }));
}

/** Chapters, title and comment as ffmpeg reads them (FFMETADATA1), timed by frames. */
export function ffmetadata(
  { title, comment }: { title: string; comment?: string },
  chapters: readonly Chapter[],
  { fps, count }: Pick<VideoFrames, 'fps' | 'count'>,
): string {
  const blocks = chapters.map(({ frame, title: name }, i) => {
    const end = chapters[i + 1]?.frame ?? count;
    return `[CHAPTER]\nTIMEBASE=1/${fps}\nSTART=${frame}\nEND=${end}\ntitle=${escaped(name)}\n`;
  });
  const said = comment === undefined ? '' : `comment=${escaped(comment)}\n`;
  return [`;FFMETADATA1\ntitle=${escaped(title)}\n${said}`, ...blocks].join('');
}

/** ffmpeg's own signs, and line ends, stand behind a backslash. */
const escaped = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/[=;#\\\n]/g, (sign) => `\\${sign}`);
