import { spawn } from 'node:child_process';

/** How a process ended and what it printed. */
export interface Output {
  /** Exit code, or the signal that ended it. */
  ended: number | NodeJS.Signals;
  stdout: string;
  stderr: string;
}

/** Runs a command to its end, at most this many seconds. */
export async function outputOf(
  command: string,
  args: readonly string[],
  options: { env: Record<string, string>; seconds: number },
): Promise<Output> {
  const child = spawn(command, args, { env: options.env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Output = { ended: 0, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const timer = setTimeout(() => child.kill(), options.seconds * 1000);
  output.ended = await new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code, signal) => done(code ?? signal ?? 0));
  });
  clearTimeout(timer);
  return output;
}
