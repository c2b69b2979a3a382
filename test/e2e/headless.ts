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

/**
 * Runs the app headless as scripts do, in a folder of its own, with these switches of Chromium's besides.
 */
export async function runHeadless(
  args: string[],
  switches: string[] = [],
): Promise<HeadlessOutcome> {
  const out = freshFolder('out');
  const repo = resolve(import.meta.dirname, '../..');
  const child = spawn(
    electronPath(),
    [...chromiumSwitches(), ...switches, repo, '--', '--headless', '--out', out, ...args],
    { env: appEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, stdout, stderr, out };
}

/** The run log of an outcome, parsed by the schema that is its source. */
export function readLog(outcome: HeadlessOutcome): RunLog {
  const text = readFileSync(join(outcome.out, 'report.json'), 'utf8');
  return runLogSchema.parse(JSON.parse(text));
}
