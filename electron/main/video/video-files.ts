import { access, stat, statfs } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { isMovingPicture, type VideoFormat } from '../../../model/video/options';

/** A file's name without its ending. */
const stemOf = (file: string): string => file.slice(0, file.length - extname(file).length);

/** The poster of a video. */
export const posterOf = (file: string): string => `${stemOf(file)}.png`;

/** The captions of a video in one language. */
export const captionsBeside = (file: string, language: string): string =>
  `${stemOf(file)}.${language}.vtt`;

export const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** A name that nothing has: the one asked for, or the same with a number. */
export async function freeName(file: string): Promise<string> {
  const [stem, ending] = [stemOf(file), extname(file)];
  let free = file;
  for (let n = 2; await isThere(free); n += 1) free = `${stem} ${n}${ending}`;
  return free;
}

/** Where a video lies while it is written: beside its place, under a name that nothing has. */
export function partOf(file: string, format: VideoFormat): Promise<string> {
  return freeName(`${stemOf(file)}.part.${isMovingPicture(format) ? 'mkv' : format}`);
}

/** What is free on the disk of a file, bytes; null where the system does not say. */
export async function freeBytes(file: string): Promise<number | null> {
  const facts = await statfs(dirname(file)).catch(() => null);
  return facts && facts.bavail * facts.bsize;
}

export const sizeOf = async (path: string): Promise<number> =>
  (await stat(path).catch(() => null))?.size ?? 0;
