import { readFileSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * By how much a run raises this process's resident memory at most, MB, from where it is once garbage is
 * gone. Linux alone lets a process forget its earlier peak (proc(5), clear_refs); elsewhere it throws.
 */
export function peakGrowth(run: () => unknown): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  writeFileSync('/proc/self/clear_refs', '5');
  const before = status('VmRSS');
  run();
  return (status('VmHWM') - before) / 1e3;
}

/** A line of /proc/self/status, kB. */
function status(name: string): number {
  const text = readFileSync('/proc/self/status', 'utf8');
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1]);
}
