import { useEffect, useMemo, useState } from 'react';
import type { RunView } from '../../../model/run/run-view';
import { usePreference } from '../../session/preferences';
import { useStage } from '../../apparatus/use-stage';
import { useRunState } from '../../session/session';
import { predictRun, type Prediction } from '../../../model/run/predict-run';

/** It may wait so long for an idle moment, ms. */
const LATEST_MS = 500;

/**
 * The prediction of a run while it is asked for: made in an idle moment when the run is made ready, and anew when
 * the hand has let go of the link. While the hand holds it, nobody knows for how long: the last one stays.
 */
export function usePrediction(run: RunView | null): Prediction | null {
  const chosen = usePreference((s) => s.predicted);
  const { prediction } = useStage();
  const wanted = prediction ?? chosen;
  const cut = useRunState((s) => s?.cut ?? false);
  const [made, setMade] = useState<{ run: RunView; prediction: Prediction } | null>(null);
  useEffect(() => {
    if (!run || !wanted || cut) return;
    const idle = requestIdleCallback(
      () => {
        const cuts = run.outages().filter(({ byHand }) => byHand);
        setMade({ run, prediction: predictRun(run.plan, cuts) });
      },
      { timeout: LATEST_MS },
    );
    return () => cancelIdleCallback(idle);
  }, [run, wanted, cut]);
  const shown = wanted && made && made.run === run ? made.prediction : null;
  return useMemo(() => (shown && cut ? { ...shown, cuts: 'beyond' } : shown), [shown, cut]);
}
