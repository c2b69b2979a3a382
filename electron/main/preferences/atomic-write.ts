import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolderSync } from '../../make-folder';

/** Writes a small text file whole or not at all: beside it first, then renamed over it. Throws the system's error. */
export function writeAtomically(path: string, text: string): void {
  makeFolderSync(dirname(path));
  const part = `${path}.part`;
  try {
    writeFileSync(part, text, { flush: true });
    renameSync(part, path);
  } catch (error) {
    removed(part);
    throw error;
  }
}

/** What is left of it goes, if the disk lets it. */
function removed(part: string): void {
  try {
    rmSync(part, { force: true });
  } catch {
    // Why it could not be written is told, not this.
  }
}

/** What a small file of JSON holds. */
export interface Kept<T> {
  /** Null where there is no file, and where what is there cannot be read. */
  value: T | null;
  /** Where a file lies now that could not be read; null where there was none. */
  damaged: string | null;
}

/** Reads a small file of JSON; one that cannot be read, or that `parse` throws at, is set aside and never written over. */
export function readKept<T>(path: string, parse: (json: unknown) => T): Kept<T> {
  try {
    return { value: parse(JSON.parse(readFileSync(path, 'utf8'))), damaged: null };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { value: null, damaged: null };
    return { value: null, damaged: setAside(path) };
  }
}

/** Renames a file to `*.damaged`, with a number where that is taken; one that cannot be renamed stays. Gives where it is. */
function setAside(path: string): string {
  let place = `${path}.damaged`;
  for (let n = 2; existsSync(place); n += 1) place = `${path}.damaged-${n}`;
  try {
    renameSync(path, place);
    return place;
  } catch {
    return path;
  }
}
