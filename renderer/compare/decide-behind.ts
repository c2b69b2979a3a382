import type { LiveLane, LiveRun } from '../live/types';

/** Decides for every lane that has been offered the choice: to skip to live, or to stay behind. */
export function decideBehind(
  run: Pick<LiveRun, 'lanes' | 'store'> | null,
  decide: (lane: LiveLane) => void,
): void {
  const { phase, lanes } = run?.store.getState() ?? { phase: null, lanes: {} };
  if (phase !== 'running') return;
  for (const lane of run?.lanes ?? []) {
    if (lanes[lane.method]?.behind === 'offered') decide(lane);
  }
}
