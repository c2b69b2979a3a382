import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { boundToParent } from '../child.mjs';

/** Keeps every core busy with a process of its own; the function that it gives ends them all. */
export function loadCores() {
  const [command, args] = boundToParent(process.execPath, ['-e', 'for (;;);']);
  const loops = Array.from({ length: availableParallelism() }, () =>
    spawn(command, args, { stdio: 'ignore' }),
  );
  const ended = loops.map((loop) => once(loop, 'exit'));
  return async () => {
    loops.forEach((loop) => loop.kill('SIGKILL'));
    await Promise.all(ended);
  };
}
