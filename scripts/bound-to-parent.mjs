import { existsSync } from 'node:fs';

const SETPRIV = '/usr/bin/setpriv';

/**
 * The command such that the system sends it this signal when its parent ends in whatever way, kill -9 included. On
 * Linux setpriv asks for that and becomes the command; on Windows Node's own job object does it. macOS has no such way.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {'TERM' | 'KILL'} signal
 * @returns {[string, string[]]}
 */
export function boundToParent(command, args, signal) {
  if (process.platform !== 'linux' || !existsSync(SETPRIV)) return [command, [...args]];
  return [SETPRIV, ['--pdeathsig', signal, '--', command, ...args]];
}
