import { rm } from 'node:fs/promises';
import { say } from '../../words';
import { VideoError } from './video-error';
import { takePart } from './video-files';
import { writeNote, type VideoNote } from './video-note';

/**
 * Takes the file that a video is written into, which nobody else then writes, and notes what is known of the video in the
 * folder `notes`. Throws a VideoError, and then neither is there.
 */
export async function beginPart(
  notes: string,
  known: Omit<Parameters<typeof writeNote>[1], 'part'>,
): Promise<VideoNote> {
  const { file, options } = known;
  const part = await takePart(file, options.format).catch((error) => {
    throw cannotWrite(file, error);
  });
  try {
    return await writeNote(notes, { ...known, part });
  } catch (error) {
    await rm(part, { force: true });
    throw cannotWrite(notes, error);
  }
}

function cannotWrite(file: string, error: unknown): VideoError {
  const { code = String(error) } = error as NodeJS.ErrnoException;
  return new VideoError('cannot-write', say('video.cannotWrite', { file, code }));
}
