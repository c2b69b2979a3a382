import { spawn } from 'node:child_process';
import { chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { electronSwitches } from '../electron-switches.mjs';
import { isRoot } from '../sandbox.mjs';
import { appUser } from '../test-run/as-plain-user.mjs';

/** Longest that one start may take, ms; a loaded machine takes a minute. */
const LATE_MS = 300_000;

/** The shortest comparison there is, of a sample that the app's own ffmpeg makes. */
export const COMPARE = [
  ...['--headless', '--quiet', '--sample-seconds', '10', '--speed', '4', '--until', '2s'],
  ...['--link', 'unlimited', '--methods', 'streaming'],
];

/** Runs a packed app in a folder of its own, as a plain user where this is root; the home is made in it. */
export function packedRunner(dir, executable) {
  const { env: base, ...user } = appUser(dir, executable);
  const own = (path) => {
    mkdirSync(path, { recursive: true });
    if (user.uid !== undefined) chownSync(path, user.uid, user.gid);
    return path;
  };
  const start = ({ program = executable, args, env = {}, cwd = dir, stdio, through = [] }) => {
    const all = { ...base, HOME: own(join(dir, 'home')), BUFFERSCOPE_CACHE: undefined, ...env };
    const switches = user.uid === undefined ? electronSwitches(program) : ['--log-level=3'];
    const words = [...through, program, ...switches, ...args];
    // A namespace of its own is root's to make: the user is changed inside it.
    return finished(words, { cwd, stdio, env: all, ...(through.length > 0 ? {} : user) });
  };
  return { dir, executable, user, own, root: isRoot(), start };
}

/** Runs a command to its end: {code, stdout, stderr}. */
function finished([command, ...args], { stdio = ['ignore', 'pipe', 'pipe'], ...options }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio, ...options });
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      child[name]?.setEncoding('utf8').on('data', (text) => (said[name] += text));
    }
    const late = setTimeout(() => child.kill('SIGKILL'), LATE_MS);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(late);
      resolve({ code: code ?? signal, ...said });
    });
  });
}
