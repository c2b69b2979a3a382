import { join } from 'node:path';
import { z } from 'zod';
import type { Machine } from './machine';
import { outputOf } from './output-of';

/** The folder of the bare Electron app. */
export function bareApp(machine: Machine): string {
  return join(machine.tools.root, 'test', 'bench', 'bare-app');
}

/** Milliseconds from the first request to the last byte in the page, four chunks under way at a time. */
export async function bareFlood(
  machine: Machine,
  chunkBytes: number,
  totalBytes: number,
): Promise<number> {
  const words = ['flood', String(chunkBytes), String(totalBytes), '4'];
  return (await answer(machine, words, z.object({ ms: z.number() }))).ms;
}

const memorySchema = z.object({ bytes: z.number(), ms: z.number(), growth: z.number() });

/** What reading a file in a bare utility process costs: growth of its resident set, bytes, and time. */
export function bareRead(
  machine: Machine,
  how: 'read-file' | 'stream',
  path: string,
): Promise<z.infer<typeof memorySchema>> {
  return answer(machine, ['memory', how, path], memorySchema);
}

async function answer<T>(machine: Machine, words: string[], schema: z.ZodType<T>): Promise<T> {
  const args = machine.commandLine(bareApp(machine), words);
  const env = machine.environment();
  const { ended, stdout, stderr } = await outputOf(machine.tools.executable, args, {
    env,
    seconds: 180,
  });
  const line = stdout.trim().split('\n').at(-1);
  if (ended !== 0 || !line)
    throw new Error(`bare-app ${words[0]} ended with ${ended}: ${stderr.slice(-400)}`);
  return schema.parse(JSON.parse(line));
}
