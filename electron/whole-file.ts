import { randomUUID } from 'node:crypto';
import { access, chmod, constants, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Puts a file in its place whole or not at all: `write` fills a new one beside it, which then takes its name. What was
 * there stays as it is until then, a link goes on pointing to its file, and who may read it is as before. What is no
 * file (a pipe, a terminal) is written to as it is. Throws what `write` throws and the system's error, EACCES for a file
 * that may not be written to, and leaves nothing beside it.
 */
export async function putWhole(
  path: string,
  write: (part: string, flag: 'w' | 'wx') => Promise<void>,
): Promise<void> {
  const place = await realpath(path).catch(() => path);
  const there = await stat(place).catch(() => null);
  if (there && !there.isFile() && !there.isDirectory()) return write(place, 'w');
  if (there) await access(place, constants.W_OK);
  // Not by its own name, which may be as long as a name can be.
  const part = join(dirname(place), `.${randomUUID()}.part`);
  try {
    await write(part, 'wx');
    if (there?.isFile()) await chmod(part, there.mode);
    await rename(part, place);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Puts a text or bytes in their place, whole or not at all. Throws the system's error. */
export function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  return putWhole(path, (part, flag) => writeFile(part, content, { flag }));
}
