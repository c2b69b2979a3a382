import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { boundToParent } from './bound-to-parent.mjs';

/** The signals that end a script, and with it what it started. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** Milliseconds that a command's own children have to follow it: what they hold has been put away before. */
const GRACE_MS = 500;

/**
 * Starts a command, passes our signals on, and resolves with its exit code (128 + the signal that ended it)
 * when it and its children are gone. What we interrupted is never called done: then 0 becomes 128 + our signal. It has its own process group where there are such: a Ctrl-C then reaches
 * it once, and Chromium takes a second one for "at once, without closing anything".
 */
export async function runChild(command, args, options = {}) {
  const detached = process.platform !== 'win32';
  const child = spawn(...boundToParent(command, args, 'TERM'), {
    stdio: 'inherit',
    detached,
    ...options,
  });
  let interrupted = 0;
  const pass = (signal) => {
    interrupted = 128 + constants.signals[signal];
    child.kill(signal);
  };
  SIGNALS.forEach((signal) => process.on(signal, pass));
  try {
    const code = await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
    });
    if (detached) await endGroup(child.pid);
    return code === 0 ? interrupted : code;
  } finally {
    SIGNALS.forEach((signal) => process.off(signal, pass));
  }
}

/** Waits until nothing of a process group is left; what lingers is killed. */
async function endGroup(group) {
  const deadline = Date.now() + GRACE_MS;
  while (signalGroup(group, 0)) {
    if (Date.now() > deadline) return signalGroup(group, 'SIGKILL');
    await setTimeout(20);
  }
}

function signalGroup(group, signal) {
  try {
    return process.kill(-group, signal);
  } catch {
    return false;
  }
}
