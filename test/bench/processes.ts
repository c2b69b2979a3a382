import { readdirSync } from 'node:fs';
import type { ReadyWindow } from './window';

/** All processes of a running app at one moment. */
export interface Census {
  processes: number;
  /** Open handles of all of them; only Linux tells. */
  handles: number;
  /** Resident memory by name, MB. */
  mb: Map<string, number>;
}

export async function census(app: ReadyWindow['app']): Promise<Census> {
  const metrics = await app.evaluate((electron) =>
    electron.app.getAppMetrics().map(({ type, name, pid, memory }) => ({
      name: type === 'Utility' ? (name ?? type) : type,
      pid,
      kb: memory.workingSetSize,
    })),
  );
  return {
    processes: metrics.length,
    handles: metrics.reduce((sum, { pid }) => sum + handlesOf(pid), 0),
    mb: new Map(
      metrics.map(({ name, kb }) => [name.replace('Bufferscope ', ''), (kb / 1024) * 1.048576]),
    ),
  };
}

/** Memory of all processes alone. */
export const memoryOf = async (app: ReadyWindow['app']): Promise<Census['mb']> =>
  (await census(app)).mb;

/** One that has ended since it was listed has none. */
function handlesOf(pid: number): number {
  try {
    return readdirSync(`/proc/${String(pid)}/fd`).length;
  } catch {
    return 0;
  }
}
