import { memo, type ReactNode } from 'react';
import { say } from '../../ui/words';
import type { LanePlan } from '../../../model/run/run-plan';
import type { RunView } from '../../../model/run/run-view';
import type { Prediction } from '../../../model/run/predict-run';
import { wholeSpanMs } from '../../charts/predicted-series';
import { ChartPanel } from '../../charts/chart-panel';
import type { CourseChart } from '../../charts/kind-charts';
import { MemoryChart } from '../../charts/memory-chart';
import { momentOf } from '../../charts/run-moment';
import type { ChartProps } from '../../charts/time-chart';

/** A panel is drawn again when its revision says so: the run's logs grow without React's knowing. */
interface PanelProps {
  run: RunView | null;
  plan: LanePlan;
  revision: number;
  predicted: Prediction | null;
}

/** All charts of the dock share one time axis, which with a prediction reaches further. */
function spanned(run: RunView | null, predicted: Prediction | null): ChartProps {
  const moment = momentOf(run);
  return { ...moment, untilMs: wholeSpanMs(moment.untilMs, predicted) };
}

/** One of the charts that the kind of source has. */
export const CoursePanel = memo(function CoursePanel({
  run,
  plan,
  predicted,
  chart: { title, unit, Chart },
  control,
}: PanelProps & { chart: CourseChart; control?: ReactNode }) {
  return (
    <ChartPanel title={title()} unit={unit()} control={control}>
      {(size) => <Chart {...spanned(run, predicted)} {...size} plan={plan} predicted={predicted} />}
    </ChartPanel>
  );
});

/** Memory of the reader processes. */
export const MemoryPanel = memo(function MemoryPanel({ run, predicted }: PanelProps) {
  return (
    <ChartPanel title={say('dock.memory')} unit={say('dock.memoryUnit')}>
      {(size) => <MemoryChart {...spanned(run, predicted)} {...size} />}
    </ChartPanel>
  );
});
