import { mkdirSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those above it that are missing. Node's own `recursive` asks for ever where a folder that is there
 * answers ENOENT to a new one in it, as below /proc (measured with Node 20.18). Throws the system's error.
 */
export async function makeFolder(path: string): Promise<void> {
  for (const folder of missing(path)) await mkdir(folder).catch(unlessThere(folder));
}

/** The same, at once. */
export function makeFolderSync(path: string): void {
  for (const folder of missing(path)) {
    try {
      mkdirSync(folder);
    } catch (error) {
      unlessThere(folder)(error);
    }
  }
}

/** The folders of a path that are not there, from the outermost; the path itself is always among them. */
function missing(path: string): string[] {
  const found = [resolve(path)];
  for (let above = dirname(found[0] ?? ''); !isThere(above); above = dirname(above)) {
    found.unshift(above);
    if (dirname(above) === above) break;
  }
  return found;
}

const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

/** Passes an error on, unless the folder is there: somebody else may have made it meanwhile. */
function unlessThere(folder: string): (error: unknown) => void {
  return (error) => {
    const there = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !there) throw error;
  };
}
