import type { Link } from '../link/types';
import { laneFigures } from './figures';
import type { LeastPrefetch, Scenario } from './types';

/** The least prefetch with which buffering plays through without a stall over this link. */
export function leastPrefetch(
  { settings, media }: Pick<Scenario, 'settings' | 'media'>,
  link: Link,
): LeastPrefetch {
  const { chunkBytes, maxAheadBytes } = settings;
  const mostBytes =
    media.deliveredBytes <= maxAheadBytes ? media.deliveredBytes : maxAheadBytes - chunkBytes;
  for (let bytes = 0; bytes <= mostBytes; bytes += chunkBytes) {
    const prefetchBytes = Math.max(0, bytes - chunkBytes + 1);
    const run = { ...settings, prefetchBytes, resumeBytes: null };
    const { startupDelayMs, stallCount, endedMs } = laneFigures(
      { method: 'buffering', settings: run, media },
      link,
    );
    if (endedMs !== null && stallCount === 0) {
      return { bytes: prefetchBytes, startupDelayMs, reason: null };
    }
  }
  const reason = link.timeToCarry(0, media.deliveredBytes) === Infinity;
  return {
    bytes: null,
    startupDelayMs: null,
    reason: reason ? 'never-arrives' : 'ahead-too-small',
  };
}
