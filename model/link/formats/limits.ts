import { TraceError } from './trace-error';

/** Lines or entries of a trace, at most. */
export const MAX_LINES = 5_000_000;

/** How long a trace may last, ms: a year, more than the most lines of the slowest format (5 s a row). */
const MAX_MS = 365 * 24 * 3600 * 1000;

/** The highest rate that a trace may name, bytes per second: 100 GB/s. */
const FASTEST = 1e11;

/** Refuses a rate (bytes per second) that no link has; throws TraceError. */
export function checkRate(line: number, rate: number): void {
  if (rate >= 0 && rate <= FASTEST) return;
  const why = rate > FASTEST ? 'is more than 100 GB/s' : 'is below 0';
  throw new TraceError(line, `expected a rate from 0 to 100 GB/s, but this one ${why}.`);
}

/** Refuses a trace that lasts too long; throws TraceError. */
export function checkEnd(line: number, endMs: number): void {
  if (endMs <= MAX_MS) return;
  throw new TraceError(line, 'expected a trace of at most 365 days, but here it is longer.');
}

/** Refuses a trace of too many lines; throws TraceError. */
export function checkLines(line: number): void {
  if (line <= MAX_LINES) return;
  throw new TraceError(line, `expected at most ${MAX_LINES.toLocaleString('en')} lines.`);
}
