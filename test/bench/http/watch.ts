import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { ServerProcess } from './process';

const statusSchema = z.object({
  clients: z.array(z.object({ heldBytes: z.number() })),
  bytes: z.object({ held: z.number() }),
  feed: z.object({ viewers: z.number() }),
  memory: z.object({ rss: z.number() }),
  cpu: z.object({ user: z.number(), system: z.number() }),
});
export type Status = z.infer<typeof statusSchema>;

/** What our server says of itself. */
export async function statusOf({ url }: ServerProcess): Promise<Status> {
  return statusSchema.parse(await (await fetch(`${url}/status`)).json());
}

/** What a process has in memory, bytes; from the system where it tells (Linux), else from the server. */
export async function residentOf(server: ServerProcess): Promise<number> {
  try {
    const pages = Number(readFileSync(`/proc/${server.pid}/statm`, 'utf8').split(' ')[1]);
    return pages * 4096;
  } catch {
    return (await statusOf(server)).memory.rss;
  }
}

/** The most that a process has in memory while something else goes on, bytes, looked at every 10 ms. */
export async function mostResident(
  server: ServerProcess,
  meanwhile: Promise<unknown>,
): Promise<number> {
  let isOver = false;
  const over = meanwhile.finally(() => (isOver = true));
  let most = 0;
  while (!isOver) {
    most = Math.max(most, await residentOf(server));
    await setTimeout(10);
  }
  await over;
  return most;
}
