import { lstat, realpath, rename, rm, writeFile } from 'node:fs/promises';

/**
 * Writes a file whole or not at all: beside its place first, then renamed to it, so that what was there stays until
 * then. Into what is no file (a pipe, a device) it is written as it comes. Throws the system's error.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const place = await realpath(path).catch(() => path);
  const there = await lstat(place).catch(() => null);
  if (there && !there.isFile()) return writeFile(place, content);
  const part = `${place}.${String(process.pid)}.part`;
  try {
    await writeFile(part, content, { flag: 'wx' });
    await rename(part, place);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  }
}
