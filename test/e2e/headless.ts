import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runLogSchema, type RunLog } from '../../model/run/schema';
import { appEnvironment, chromiumSwitches, electronPath, freshFolder } from './app';

/** How a headless run ended, and what it wrote. */
export interface HeadlessOutcome {
  code: number | null;
  stdout: string;
  stderr: string;
  out: string;
}

/** Where a headless run takes place. */
export interface HeadlessPlace {
  env?: Record<string, string>;
  /** Its stdout is a terminal of 100 columns. */
  terminal?: boolean;
  /** Where the report goes. */
  out?: string;
  /** Nobody reads on behind its first words. */
  unread?: boolean;
}

/** The same command with a terminal of its own (util-linux), whose words come out on stdout. */
function inTerminal(command: string[]): string[] {
  const quoted = command.map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`).join(' ');
  return ['script', '--quiet', '--return', '--command', `stty cols 100; ${quoted}`, '/dev/null'];
}

/** The app with these arguments of the user's and these switches of Chromium's, as a command. */
export function appCommand(args: string[], switches: string[] = []): string[] {
  const repo = resolve(import.meta.dirname, '../..');
  return [electronPath(), ...chromiumSwitches(), ...switches, repo, '--', ...args];
}

/**
 * Runs the app headless as scripts do, in a folder of its own, with these switches of Chromium's besides; `heard` is
 * given all that it has said on stdout so far, and where its report goes.
 */
export async function runHeadless(
  args: string[],
  switches: string[] = [],
  heard: (stdout: string, out: string) => void = () => undefined,
  { env = {}, terminal = false, out = freshFolder('out'), unread = false }: HeadlessPlace = {},
): Promise<HeadlessOutcome> {
  const command = appCommand(['--headless', '--out', out, ...args], switches);
  const [file = '', ...words] = terminal ? inTerminal(command) : command;
  const child = spawn(file, words, {
    env: appEnvironment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text: Buffer) => {
    stdout += text.toString();
    heard(stdout, out);
    if (unread) child.stdout.destroy();
  });
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, stdout, stderr, out };
}

/** The run log of an outcome, parsed by the schema that is its source. */
export function readLog(outcome: HeadlessOutcome): RunLog {
  const text = readFileSync(join(outcome.out, 'report.json'), 'utf8');
  return runLogSchema.parse(JSON.parse(text));
}
