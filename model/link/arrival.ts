import type { Link } from './types';

/**
 * When a chunk that has crossed at sentMs arrives, ms: delayed as its own index says, but never
 * before the chunk ahead of it (previousMs), for a stream keeps its order.
 */
export function arrivalMs(
  link: Link,
  chunkIndex: number,
  sentMs: number,
  previousMs: number,
): number {
  return Math.max(previousMs, sentMs + link.delayMs(chunkIndex));
}
