import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whether this process is root on a system that has one. */
export function isRoot() {
  return process.getuid?.() === 0;
}

/** Whether the kernel gives this user (or another one, in spawn's options) the namespaces Chromium wants. */
function namespacesAllowed(user = {}) {
  const { status } = spawnSync('unshare', ['--user', '--map-root-user', 'true'], user);
  return status === 0;
}

function helperIsRoots(executable) {
  const helper = statSync(join(dirname(executable), 'chrome-sandbox'), { throwIfNoEntry: false });
  return helper !== undefined && helper.uid === 0 && (helper.mode & 0o4000) !== 0;
}

/** Why Chromium can have no sandbox here, as the beginning of a sentence, or null when it can. */
export function noSandboxReason(executable) {
  if (process.platform !== 'linux') return null;
  if (isRoot()) return 'Running as root';
  if (namespacesAllowed() || helperIsRoots(executable)) return null;
  return 'This system allows no user namespaces';
}

/** Whether another user could run Electron with its sandbox on: may read these paths and use namespaces. */
export function sandboxedUserWorks(user, paths) {
  const script = 'process.argv.slice(1).forEach((path) => fs.accessSync(path, 4))';
  const read = spawnSync(process.execPath, ['-e', script, ...paths], { ...user, cwd: '/' });
  return read.status === 0 && namespacesAllowed({ ...user, cwd: '/' });
}
