import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';

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
