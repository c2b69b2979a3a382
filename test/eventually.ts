import { vi } from 'vitest';

/** Just less than a test may take: the failure is then the check's own, and not "timed out". */
const BOUND_MS = 50_000;

/**
 * Settles with what a check returns once it passes. It is looked at again and again, since what it asks
 * tells nobody when it changes; how long that takes is no part of what is tested.
 */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: BOUND_MS, interval: 5 });
}
