import { readFileSync } from 'node:fs';

/** What the process has in physical memory, bytes. */
export function residentBytes(): number {
  return process.memoryUsage.rss();
}

/** Resident memory with the garbage of starting up collected first, when the process lets us. */
export function settledResidentBytes(): number {
  globalThis.gc?.();
  return residentBytes();
}

/** What another process has in physical memory, bytes; 0 where it cannot be told, or the process has ended. */
export function residentBytesOf(pid: number): number {
  if (process.platform !== 'linux') return 0;
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s*(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
