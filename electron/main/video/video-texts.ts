import { chaptersOf, ffmetadata, type Said } from '../../../model/video/chapters';
import { captionLanguages, cuesOf, webVtt } from '../../../model/video/cues';
import type { VideoFrames } from '../../../model/video/frames';
import { language, say } from '../../words';
import type { VideoNote } from './video-note';

/** What a video says of itself, and of its frames. */
export interface ToldVideo {
  title: string;
  /** One sentence on how it was made; absent where there is nothing to say of that. */
  comment?: string;
  frames: VideoFrames;
  /** Captions are in the file and beside it. */
  inFiles: boolean;
}

/** The texts of a video, from what was said and marked while it shows: captions, and title, comment and chapters. */
export function videoTexts(
  said: Said,
  { title, comment, frames, inFiles }: ToldVideo,
): Pick<VideoNote, 'captions' | 'metadata'> {
  const { marks } = said;
  const captions = (inFiles ? captionLanguages(marks) : []).map((language) => ({
    language,
    vtt: webVtt(cuesOf(marks, language, frames), frames),
  }));
  const names = { begin: '', down: '', back: '' };
  for (const name of ['begin', 'down', 'back'] as const) names[name] = say(`video.chapter.${name}`);
  const about = { title, ...(comment !== undefined && { comment }) };
  return {
    captions,
    metadata: ffmetadata(about, chaptersOf(said, frames, names, language()), frames),
  };
}
