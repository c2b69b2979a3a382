import { memo } from 'react';
import { say } from '../../ui/words';
import type { LiveRun } from '../live/types';
import { PredictedSwitch } from '../prediction/predicted-switch';
import type { Prediction } from '../prediction/predict-run';
import { wholeSpanMs } from '../prediction/predicted-series';
import { usePrediction } from '../prediction/use-prediction';
import { useSession } from '../session';
import { ChartPanel } from './chart-panel';
import type { ChartProps } from './chart-props';
import './dock.css';
import { LinkPanel } from './link-panel';
import { MemoryChart } from './memory-chart';
import { OccupancyChart } from './occupancy-chart';
import { ReceivedPlayedChart } from './received-played-chart';
import { momentOf } from './run-moment';
import { revisionAt, TURN_OF } from './turns';
import { useTurns } from './use-turns';

/** Under the lanes: what was measured over time, and the link with the hand on it. */
export function Dock() {
  const run = useSession((s) => s.run);
  const turns = useTurns(run);
  const predicted = usePrediction(run);
  return (
    <section className="dock" aria-label={say('dock.label')}>
      <ReceivedPanel
        run={run}
        revision={revisionAt(turns, TURN_OF.received)}
        predicted={predicted}
      />
      <OccupancyPanel
        run={run}
        revision={revisionAt(turns, TURN_OF.occupancy)}
        predicted={predicted}
      />
      <MemoryPanel run={run} revision={revisionAt(turns, TURN_OF.memory)} predicted={predicted} />
      <LinkPanel run={run} revision={revisionAt(turns, TURN_OF.spark)} />
    </section>
  );
}

/** A panel is drawn again when its revision says so: the run's logs grow without React's knowing. */
interface PanelProps {
  run: LiveRun | null;
  revision: number;
  predicted: Prediction | null;
}

/** All charts of the dock share one time axis, which with a prediction reaches further. */
function spanned(run: LiveRun | null, predicted: Prediction | null): ChartProps {
  const moment = momentOf(run);
  return { ...moment, untilMs: wholeSpanMs(moment.untilMs, predicted) };
}

const ReceivedPanel = memo(function ReceivedPanel({ run, predicted }: PanelProps) {
  return (
    <ChartPanel title={say('dock.received')} unit={say('dock.receivedUnit')}>
      {(size) => (
        <ReceivedPlayedChart {...spanned(run, predicted)} {...size} predicted={predicted} />
      )}
    </ChartPanel>
  );
});

const OccupancyPanel = memo(function OccupancyPanel({ run, predicted }: PanelProps) {
  const buffering = run?.lanes.find(({ method }) => method === 'buffering');
  const prefetchMb = buffering ? buffering.rules.startBytes / 1e6 : null;
  return (
    <ChartPanel title={say('dock.occupancy')} unit={say('dock.unit')} control={<PredictedSwitch />}>
      {(size) => (
        <OccupancyChart
          {...spanned(run, predicted)}
          {...size}
          prefetchMb={prefetchMb}
          predicted={predicted}
        />
      )}
    </ChartPanel>
  );
});

const MemoryPanel = memo(function MemoryPanel({ run, predicted }: PanelProps) {
  return (
    <ChartPanel title={say('dock.memory')} unit={say('dock.unit')}>
      {(size) => <MemoryChart {...spanned(run, predicted)} {...size} />}
    </ChartPanel>
  );
});
