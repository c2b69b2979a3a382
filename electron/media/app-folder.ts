import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

let named: string | undefined;

/** Names the app's folder, for code that may have been built outside of it. */
export function nameAppFolder(folder: string): void {
  named = folder;
}

/** The folder that holds package.json: the repository, or the root of the packed app (inside its asar). */
export function appFolder(): string {
  if (named !== undefined) return named;
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) {
    folder = dirname(folder);
  }
  return folder;
}

/** The same path outside the asar: programs cannot be run, nor read by others, inside it. */
export function unpacked(path: string): string {
  return path.replace(/app\.asar(?=[\\/]|$)/, 'app.asar.unpacked');
}
