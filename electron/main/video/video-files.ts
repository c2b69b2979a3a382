import { stat, statfs } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { takeName } from '../../free-name';
import { isMovingPicture, type VideoFormat } from '../../../model/video/options';

/** A file's name without its ending. */
const stemOf = (file: string): string => file.slice(0, file.length - extname(file).length);

/** The poster of a video. */
export const posterOf = (file: string): string => `${stemOf(file)}.png`;

/** The captions of a video in one language. */
export const captionsBeside = (file: string, language: string): string =>
  `${stemOf(file)}.${language}.vtt`;

/**
 * Makes the file in which a video lies while it is written, empty, beside its place under a name that nothing had: nobody
 * else draws to it. Throws the system's error.
 */
export function takePart(file: string, format: VideoFormat): Promise<string> {
  return takeName(`${stemOf(file)}.part.${isMovingPicture(format) ? 'mkv' : format}`);
}

/** What is free on the disk of a file, bytes; null where the system does not say. */
export async function freeBytes(file: string): Promise<number | null> {
  const facts = await statfs(dirname(file)).catch(() => null);
  return facts && facts.bavail * facts.bsize;
}

export const sizeOf = async (path: string): Promise<number> =>
  (await stat(path).catch(() => null))?.size ?? 0;
