import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Room for a short video; a test that needs less of it fills the rest. */
const SIZE = '4m';

/**
 * A file system of its own with little room, in a folder of `dir`, for whoever the app tests run as: what happens
 * on a full disk is tested on it. Only root can mount one; null elsewhere. `close` takes it away.
 */
export function smallDisk(dir, { uid, gid } = {}) {
  if (process.platform !== 'linux' || process.getuid() !== 0) return null;
  const path = join(dir, 'small-disk');
  mkdirSync(path);
  const options = [`size=${SIZE}`, `uid=${uid ?? 0}`, `gid=${gid ?? 0}`, 'mode=0700'].join(',');
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    // A container may not let its root mount anything.
    return null;
  }
  return { path, close: () => execFileSync('umount', ['--lazy', path], { stdio: 'ignore' }) };
}
