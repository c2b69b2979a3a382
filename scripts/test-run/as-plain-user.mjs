import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isRoot, sandboxedUserWorks } from '../sandbox.mjs';
import { ROOT } from '../setup/all.mjs';
import { cacheDir } from '../setup/cache-dir.mjs';
import { say } from '../setup/say.mjs';

/** "nobody": owns no file, so that what runs as it can harm nothing. */
const NOBODY = { uid: 65534, gid: 65534 };
const X11_SOCKETS = '/tmp/.X11-unix';

/**
 * Spawn options for the app part: root on Linux runs it as a plain user, so that Chromium's sandbox is on.
 * Everything that is written goes into dir, which becomes that user's.
 */
export function appUser(dir, executable) {
  const env = { ...process.env, TMPDIR: dir, BUFFERSCOPE_CACHE: cacheDir() };
  delete env.ELECTRON_RUN_AS_NODE;
  if (process.platform !== 'linux' || !isRoot()) return { env };
  if (!sandboxedUserWorks(NOBODY, [join(ROOT, 'package.json'), executable])) {
    say('User 65534 cannot read this checkout or has no namespaces: testing as root, no sandbox.');
    return { env };
  }
  // A server that is not root's could not make this folder as the system wants it.
  if (mkdirSync(X11_SOCKETS, { recursive: true })) chmodSync(X11_SOCKETS, 0o1777);
  chownSync(dir, NOBODY.uid, NOBODY.gid);
  return { ...NOBODY, env: { ...env, HOME: dir, USER: 'nobody', LOGNAME: 'nobody' } };
}
