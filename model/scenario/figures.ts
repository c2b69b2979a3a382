import { SimulatedLane } from '../run/simulated-lane';
import type { Link } from '../link/types';
import type { LaneFigures, Scenario } from './types';

/** What one method comes to over this link, from the same engine as `simulate`, without a log. */
export function laneFigures(
  scenario: Pick<Scenario, 'method' | 'settings' | 'media'>,
  link: Link,
): LaneFigures {
  const lane = new SimulatedLane({
    ...scenario,
    link,
    sampleEveryMs: Infinity,
    words: ({ code }) => code,
  });
  const { startupDelayMs, stallCount, stallTotalMs, endedMs } = lane.run(Infinity);
  return { startupDelayMs, stallCount, stallTotalMs, endedMs };
}
