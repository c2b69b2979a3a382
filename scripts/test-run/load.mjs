import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { boundToParent } from '../bound-to-parent.mjs';

/** Keeps every core busy with a process of its own: {pids, unload}; `unload` ends them all. */
export function loadCores() {
  const [command, args] = boundToParent(process.execPath, ['-e', 'for (;;);'], 'KILL');
  const loops = Array.from({ length: availableParallelism() }, () =>
    spawn(command, args, { stdio: 'ignore' }),
  );
  const ended = loops.map((loop) => once(loop, 'exit'));
  const unload = async () => {
    loops.forEach((loop) => loop.kill('SIGKILL'));
    await Promise.all(ended);
  };
  return { pids: loops.map(({ pid }) => pid), unload };
}
