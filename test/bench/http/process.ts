import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Machine } from '../machine';

/** A server in a process of its own. */
export interface ServerProcess {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** Our server, built and in plain Node as `npm run cli -- serve` runs it. */
export async function ourServer(machine: Machine, ...args: string[]): Promise<ServerProcess> {
  const command = [join(machine.tools.root, 'scripts', 'cli.mjs'), 'serve'];
  // Builds it if need be: a process that has done so is no longer a bare server.
  const built = run([...command, '--help']);
  built.stdout?.resume();
  await once(built, 'close');
  return started([...command, ...args]);
}

/** The plainest server that Node can be: `pipe FILE BYTES` or `small BYTES`. */
export function bareServer(machine: Machine, ...args: string[]): Promise<ServerProcess> {
  return started([script(machine, 'bare-server.mjs'), ...args]);
}

/** Lines of JSON that the clients' process prints, one after the other. */
export async function* load(machine: Machine, ...args: string[]): AsyncGenerator<unknown> {
  const child = run([script(machine, 'load.mjs'), ...args]);
  const ended = once(child, 'close');
  try {
    if (!child.stdout) throw new Error('no output');
    for await (const line of createInterface(child.stdout)) yield JSON.parse(line);
    const [code] = (await ended) as [number | null];
    if (code !== 0) throw new Error(`the clients ended with ${code}`);
  } finally {
    child.kill();
  }
}

/** The last of them. */
export async function loadResult(machine: Machine, ...args: string[]): Promise<unknown> {
  let last: unknown = null;
  for await (const line of load(machine, ...args)) last = line;
  return last;
}

function script(machine: Machine, name: string): string {
  return join(machine.tools.root, 'test', 'bench', 'http', name);
}

function run(args: string[]): ChildProcess {
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
}

async function started(args: string[]): Promise<ServerProcess> {
  const child = run(args);
  const ended = once(child, 'close');
  if (!child.stdout) throw new Error('no output');
  const first = await Promise.race([once(createInterface(child.stdout), 'line'), ended]);
  if (typeof first[0] !== 'string') throw new Error(`${args.join(' ')} ended before it listened`);
  const { url, pid } = JSON.parse(first[0]) as { url: string; pid: number };
  return {
    ...{ url, pid },
    async stop() {
      child.kill();
      await ended;
    },
  };
}
