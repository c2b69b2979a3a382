import { memo } from 'react';
import type { LiveSettings } from '../../../model/camera/types';
import { say } from '../../ui/words';
import type { RunView } from '../../../model/run/run-view';
import { NotPredicted } from './not-predicted';
import { PredictedSwitch } from './predicted-switch';
import type { Prediction } from '../../../model/run/predict-run';
import { wholeSpanMs } from '../../charts/predicted-series';
import { ChartPanel } from '../../charts/chart-panel';
import type { ChartProps } from '../../charts/axes';
import { LiveDelayChart, ReserveChart } from '../../charts/live-charts';
import { MemoryChart } from '../../charts/memory-chart';
import { OccupancyChart } from '../../charts/occupancy-chart';
import { ReceivedPlayedChart } from '../../charts/received-played-chart';
import { momentOf } from '../../charts/run-moment';

/** A panel is drawn again when its revision says so: the run's logs grow without React's knowing. */
interface PanelProps {
  run: RunView | null;
  revision: number;
  predicted: Prediction | null;
  /** What a camera is set to; null when the source has an end. */
  live: LiveSettings | null;
}

/** All charts of the dock share one time axis, which with a prediction reaches further. */
function spanned(run: RunView | null, predicted: Prediction | null): ChartProps {
  const moment = momentOf(run);
  return { ...moment, untilMs: wholeSpanMs(moment.untilMs, predicted) };
}

/** Received and played. */
const ReceivedPanel = memo(function ReceivedPanel({ run, predicted }: PanelProps) {
  return (
    <ChartPanel title={say('dock.received')} unit={say('dock.receivedUnit')}>
      {(size) => (
        <ReceivedPlayedChart {...spanned(run, predicted)} {...size} predicted={predicted} />
      )}
    </ChartPanel>
  );
});

/** How far behind a live source each lane is: received and played only ever grow. */
const LiveDelayPanel = memo(function LiveDelayPanel({ run }: PanelProps) {
  return (
    <ChartPanel title={say('cameraUi.liveDelay')} unit={say('cameraUi.dock.unit')}>
      {(size) => <LiveDelayChart {...spanned(run, null)} {...size} />}
    </ChartPanel>
  );
});

/** What lies in the client buffers, in seconds. */
const ReservePanel = memo(function ReservePanel({ run, live }: PanelProps) {
  return (
    <ChartPanel
      title={say('dock.occupancy')}
      unit={say('cameraUi.dock.unit')}
      control={<NotPredicted />}
    >
      {(size) => live && <ReserveChart {...spanned(run, null)} {...size} live={live} />}
    </ChartPanel>
  );
});

/** What lies in the client buffers, in MB. */
const OccupancyPanel = memo(function OccupancyPanel({ run, predicted }: PanelProps) {
  const buffering = run?.plan.rules.find(({ method }) => method === 'buffering');
  const prefetchMb = buffering ? buffering.startBytes / 1e6 : null;
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

/** The first two panels, by what a source is counted in. */
export const COURSE_PANELS = {
  bytes: { First: ReceivedPanel, Second: OccupancyPanel },
  seconds: { First: LiveDelayPanel, Second: ReservePanel },
};

/** Memory of the reader processes. */
export const MemoryPanel = memo(function MemoryPanel({ run, predicted }: PanelProps) {
  return (
    <ChartPanel title={say('dock.memory')} unit={say('dock.memoryUnit')}>
      {(size) => <MemoryChart {...spanned(run, predicted)} {...size} />}
    </ChartPanel>
  );
});
