import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';

const SETPRIV = '/usr/bin/setpriv';
/** The signals that end a script, and with it what it started. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** The command such that on Linux it is ended with its parent, even when the parent is killed. */
export function boundToParent(command, args) {
  if (process.platform !== 'linux' || !existsSync(SETPRIV)) return [command, args];
  return [SETPRIV, ['--pdeathsig', 'TERM', '--', command, ...args]];
}

/**
 * Starts a command, passes our signals on, and resolves with its exit code (128 + the signal that ended it).
 * It has its own process group where it can: a Ctrl-C then reaches it once, and Chromium takes a second for
 * "at once, without closing anything".
 */
export function runChild(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const detached = process.platform !== 'win32';
    const child = spawn(...boundToParent(command, args), {
      stdio: 'inherit',
      detached,
      ...options,
    });
    const pass = (signal) => child.kill(signal);
    const release = () => SIGNALS.forEach((signal) => process.off(signal, pass));
    SIGNALS.forEach((signal) => process.on(signal, pass));
    child.on('error', (error) => (release(), reject(error)));
    child.on('close', (code, signal) => {
      release();
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}
