import { open, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { MediaError, mediaError } from './media-error';
import { ownValue } from '../../model/own-value';

/** The user's file as it stands on the disk. */
export interface SourceFile {
  path: string;
  name: string;
  bytes: number;
  /** Last change, ms since 1970. */
  changedMs: number;
}

/** Looks at a path and opens it for reading; throws MediaError when it is no file that can be delivered. */
export async function openSource(path: string): Promise<SourceFile & { file: FileHandle }> {
  const name = basename(path);
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) throw mediaError('folder', { name });
    if (!facts.isFile()) throw mediaError('failed', { name }, '', 'special');
    const file = await open(path, 'r');
    if (facts.size === 0) {
      await file.close();
      throw mediaError('empty', { name });
    }
    return { path, name, bytes: facts.size, changedMs: facts.mtimeMs, file };
  } catch (error) {
    throw refusalOfSystem(error, name);
  }
}

/** Throws MediaError when a file is no longer what it was: gone, or changed since. */
export async function checkUnchanged({ path, name, bytes, changedMs }: SourceFile): Promise<void> {
  const facts = await stat(path).catch((error: unknown) => {
    throw refusalOfSystem(error, name);
  });
  if (facts.size === bytes && facts.mtimeMs === changedMs) return;
  throw mediaError('failed', { name }, '', 'changed');
}

const BY_CODE: Record<string, 'vanished' | 'no-permission' | 'disk-full'> = {
  ENOENT: 'vanished',
  ENOTDIR: 'vanished',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
};

/** Nothing can be written there. */
const UNWRITABLE = new Set(['EROFS', 'EACCES', 'EPERM', 'ENOENT', 'ENOTDIR']);

/** The refusal that an error of the system stands for; a refusal stays what it is. What the cache lacks is said of it. */
export function refusalOfSystem(error: unknown, name: string): MediaError {
  if (error instanceof MediaError) return error;
  const { code = '', message = String(error), path = '' } = error as NodeJS.ErrnoException;
  if (UNWRITABLE.has(code) && path !== '' && basename(path) !== name) {
    return mediaError('failed', { name, folder: dirname(path) }, message, 'cache');
  }
  return mediaError(ownValue(BY_CODE, code) ?? 'failed', { name }, message);
}
