import { chmodSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** What root has set up on Linux, for every user to read. */
export const SYSTEM_CACHE = '/var/cache/bufferscope';

/** The folder for what survives `npm ci`: BUFFERSCOPE_CACHE, else the system's usual place for this user. */
export function cacheDir({
  env = process.env,
  platform = process.platform,
  uid = process.getuid?.(),
  home = homedir(),
} = {}) {
  if (env.BUFFERSCOPE_CACHE) return env.BUFFERSCOPE_CACHE;
  if (platform === 'linux' && uid === 0) return SYSTEM_CACHE;
  if (platform === 'win32') {
    return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'bufferscope', 'Cache');
  }
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'bufferscope');
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'bufferscope');
}

/** Makes a folder that every user may read, whatever the umask: root's tests run as another user. */
export function makeReadableDir(dir) {
  const first = mkdirSync(dir, { recursive: true });
  if (first && process.platform !== 'win32') chmodSync(dir, 0o755);
  return dir;
}
