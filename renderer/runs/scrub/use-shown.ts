import { useSyncExternalStore } from 'react';
import type { RecordedRun } from '../../../model/run/recorded-run';

/** The moment that a run shows, ms, in tenths of a second: what is written of it changes no finer. */
export function useShownMs(run: RecordedRun): number {
  return useSyncExternalStore(
    (changed) => run.subscribe(changed),
    () => Math.round(run.shownMs() / 100) * 100,
  );
}

/** The run's marks, ascending. */
export function useMarks(run: RecordedRun): RecordedRun['log']['marks'] {
  return useSyncExternalStore(
    (changed) => run.subscribe(changed),
    () => run.log.marks,
  );
}
