import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder in which the app, too, keeps what is this user's: BUFFERSCOPE_USER_DATA, else where Electron puts it. */
export function userFolder(env = process.env, platform = process.platform): string {
  return env.BUFFERSCOPE_USER_DATA || join(appData(env, platform), 'Bufferscope');
}

/** The folder of prepared media: BUFFERSCOPE_CACHE_DIR, else inside this user's folder. */
export function cacheFolder(env = process.env): string {
  return env.BUFFERSCOPE_CACHE_DIR || join(userFolder(env), 'cache');
}

/** Electron's `app.getPath('appData')`. */
function appData(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return env.APPDATA || join(homedir(), 'AppData', 'Roaming');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return env.XDG_CONFIG_HOME || join(homedir(), '.config');
}
