import type { RunSummary } from './summary';

/** Which runs have to go so that the rest is within a size: the oldest first, never a pinned one nor the newest. */
export function overCap(
  runs: readonly Pick<RunSummary, 'id' | 'pinned' | 'startedMs' | 'bytes'>[],
  capBytes: number,
): string[] {
  let total = runs.reduce((bytes, run) => bytes + run.bytes, 0);
  const oldestFirst = runs.toSorted((a, b) => (a.startedMs ?? 0) - (b.startedMs ?? 0));
  const gone: string[] = [];
  for (const { id, pinned, bytes } of oldestFirst.slice(0, -1)) {
    if (total <= capBytes) break;
    if (pinned) continue;
    total -= bytes;
    gone.push(id);
  }
  return gone;
}
