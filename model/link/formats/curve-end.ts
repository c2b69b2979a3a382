import type { RateCurve } from '../types';

/** How long the last rate of a curve that does not repeat is written, ms. */
const LAST_STEP_MS = 10_000;

/** Where a curve ends when it is written to a file: its period, or 10 s behind its last start, whole ms. */
export function curveEndMs({ fromMs, periodMs }: RateCurve): number {
  return periodMs === Infinity ? Math.ceil(fromMs.at(-1) ?? 0) + LAST_STEP_MS : periodMs;
}
