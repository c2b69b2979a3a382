import { readFileSync } from 'node:fs';

/** What the process has in physical memory, bytes. */
export function residentBytes(): number {
  return process.memoryUsage.rss();
}

/** Small objects that fill the heap's youngest part several times over, and how many slots each has. */
const CHURNED = 100_000;
const SLOTS = 16;
/** Resident memory is looked at once in so many of them. */
const LOOK_EVERY = 2000;

/**
 * The most that a process takes at rest, bytes of resident memory. The youngest part of its heap fills and empties
 * for as long as the process does anything at all, and takes some hundred kB more while it is emptied: it is filled
 * several times over, and the highest is told, for a run's highest is what it is held beside.
 */
export function restingBytes(): number {
  globalThis.gc?.();
  const churned: number[][] = [];
  let most = 0;
  for (let i = 0; i < CHURNED; i++) {
    churned[0] = new Array<number>(SLOTS).fill(i);
    if (i % LOOK_EVERY === 0) most = Math.max(most, residentBytes());
  }
  return most;
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
