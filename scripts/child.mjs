import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
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
  while (signalGroup(group, 0) && groupLives(group)) {
    if (Date.now() > deadline) return signalGroup(group, 'SIGKILL');
    await setTimeout(20);
  }
}

/**
 * Whether a group holds more than processes that have ended and that nobody has asked for: in a container whose first
 * process asks for none, those stay for ever. Only Linux tells (proc(5): state and group follow the name in brackets).
 */
export function groupLives(group) {
  if (process.platform !== 'linux') return true;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .some((pid) => {
      const [state, , itsGroup] = statOf(pid);
      return Number(itsGroup) === group && state !== 'Z' && state !== 'X';
    });
}

/** The fields of a process behind its name; none when it is gone. */
function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

function signalGroup(group, signal) {
  try {
    return process.kill(-group, signal);
  } catch {
    return false;
  }
}
