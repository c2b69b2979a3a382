import type { RequestSpan } from './request-spans';

/** From this moment on, ms, so many. */
export interface CountStep {
  tMs: number;
  count: number;
}

/** How many waited at each moment. */
export function waitingSteps(passages: readonly RequestSpan[]): CountStep[] {
  return steps(passages.map(({ cameMs, seatedMs, leftMs }) => [cameMs, seatedMs ?? leftMs]));
}

/** How many were being answered at each moment. */
export function openSteps(passages: readonly RequestSpan[]): CountStep[] {
  return steps(
    passages.flatMap(({ seatedMs, leftMs }) => (seatedMs === null ? [] : [[seatedMs, leftMs]])),
  );
}

/** Who is picked up at once has come and been picked up within a moment; that is no waiting. */
const MIN_MS = 1;

/** Spans from a moment to another, or going on, as one line of counts; those of next to no length do not count. */
function steps(spans: readonly (readonly (number | null)[])[]): CountStep[] {
  const changes = new Map<number, number>();
  const add = (tMs: number, by: number): void => {
    changes.set(tMs, (changes.get(tMs) ?? 0) + by);
  };
  for (const [from, to] of spans) {
    if (from == null || (to != null && to - from < MIN_MS)) continue;
    add(from, 1);
    if (to != null) add(to, -1);
  }
  let count = 0;
  return [...changes]
    .filter(([, by]) => by !== 0)
    .sort(([a], [b]) => a - b)
    .map(([tMs, by]) => ({ tMs, count: (count += by) }));
}
