import { renameSync, rmSync, writeFileSync } from 'node:fs';
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

/** Renames a damaged file to `*.damaged`, so that nobody's is written over; one that cannot be renamed stays. */
export function setAside(path: string): void {
  try {
    renameSync(path, `${path}.damaged`);
  } catch {
    // It stays where it is and is written over with the next change.
  }
}
