/** What the process has in physical memory, bytes. */
export function residentBytes(): number {
  return process.memoryUsage.rss();
}

/** Resident memory with the garbage of starting up collected first, when the process lets us. */
export function settledResidentBytes(): number {
  globalThis.gc?.();
  return residentBytes();
}
