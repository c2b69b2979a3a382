import { accessSync, constants, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SetupError } from './say.mjs';

/** Whether this user may write into a folder; one that is not there counts as the nearest above it that is. */
export function isWritable(folder) {
  let there = folder;
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  try {
    accessSync(there, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A temporary folder for what is built where nothing else can be written; it goes when this process ends. */
export function passingFolder() {
  try {
    const folder = mkdtempSync(join(tmpdir(), 'bufferscope-cli-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    return folder;
  } catch (error) {
    throw new SetupError(`Build: there is no folder to build the command line in (${error.code}).`);
  }
}
