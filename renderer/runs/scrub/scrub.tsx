import { useSyncExternalStore } from 'react';
import { secondsFigure } from '../../../model/figures';
import type { RecordedRun } from '../../../model/run/recorded-run';
import { say } from '../../ui/words';

/** One press of an arrow moves the shown moment this far, ms; with Page Up and Page Down ten times as far. */
const STEP_MS = 100;

/** The moment that is shown, by hand and by arrows. */
export function Scrub({ run }: { run: RecordedRun }) {
  const state = useSyncExternalStore(
    (changed) => run.subscribe(changed),
    () => run.state(),
  );
  const shownMs = state.shownMs ?? run.lengthMs;
  return (
    <input
      className="scrub-slider"
      type="range"
      min={0}
      max={run.lengthMs}
      step="any"
      value={shownMs}
      aria-label={say('runs.moment')}
      aria-valuetext={secondsFigure(shownMs)}
      onChange={({ target }) => run.seek(Number(target.value))}
      onKeyDown={(event) => {
        const to = movedTo(event.key, shownMs, run.lengthMs);
        if (to === null) return;
        event.preventDefault();
        run.seek(to);
      }}
    />
  );
}

/** Where a key moves the shown moment to, ms; null when it is none of the slider's keys. */
function movedTo(key: string, shownMs: number, lengthMs: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return shownMs - STEP_MS;
    case 'ArrowRight':
      return shownMs + STEP_MS;
    case 'PageDown':
      return shownMs - 10 * STEP_MS;
    case 'PageUp':
      return shownMs + 10 * STEP_MS;
    case 'Home':
      return 0;
    case 'End':
      return lengthMs;
    default:
      return null;
  }
}
