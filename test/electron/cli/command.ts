import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');

/** What a command came to. */
export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Who runs a command, and from which checkout. */
interface Place {
  uid?: number;
  gid?: number;
  root?: string;
}

/** Starts the real command line as `npm run cli` does, where there is no display. */
export function startCommand(
  args: readonly string[],
  env: Record<string, string> = {},
  { root = ROOT, ...user }: Place = {},
): ChildProcess {
  const own = { ...process.env, ...env };
  delete own.DISPLAY;
  delete own.WAYLAND_DISPLAY;
  return spawn(process.execPath, [join(root, 'scripts/cli.mjs'), ...args], {
    ...user,
    env: own,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The same to its end. What set-up says (a build of other sources) is not part of its words. */
export async function runCommand(
  args: readonly string[],
  env: Record<string, string> = {},
  place: Place = {},
): Promise<Outcome> {
  const child = startCommand(args, env, place);
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr: stderr.replace('Build: the command line.\n', '') };
}
