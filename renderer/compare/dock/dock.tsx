import { memo, type ReactNode } from 'react';
import type { LanePlan } from '../../../model/run/run-plan';
import type { RunView } from '../../../model/run/run-view';
import type { Prediction } from '../../../model/run/predict-run';
import { wholeSpanMs } from '../../charts/predicted-series';
import { ChartPanel } from '../../charts/chart-panel';
import { useKindCharts, type CourseChart } from '../../charts/kind-charts';
import { MemoryChart } from '../../charts/memory-chart';
import { momentOf } from '../../charts/run-moment';
import type { ChartProps } from '../../charts/time-chart';
import { say, useLanguage } from '../../ui/words';
import { usePrediction } from './use-prediction';
import { useApparatus } from '../../apparatus/apparatus';
import { session } from '../../session/session';
import { SharedReading } from '../../charts/reading';
import './dock.css';
import { LinkPanel } from '../link-panel/link-panel';
import { SwitchTable } from './switch-table';
import { NotPredicted, PredictedSwitch } from './predicted-switch';
import { revisionAt, TURN_OF, useTurns } from './redraw-schedule';
import { kindOf } from '../../../model/source/kinds';

/** Under the lanes: what was measured over time, and the link with the hand on it. */
export function Dock() {
  const { run, plan } = useApparatus();
  const { predicted: isPredicted } = kindOf(plan.media);
  const charts = useKindCharts(plan.media);
  const turns = useTurns(run);
  const predicted = usePrediction(isPredicted ? run : null);
  const shared = { run, plan, predicted };
  if (!charts) return null;
  if (plan.settings.backpressureOff !== null) {
    return (
      <SharedReading>
        <section className="dock pair" aria-label={say('dock.label')}>
          <MemoryPanel {...shared} revision={revisionAt(turns, TURN_OF.memory)} />
          <SwitchTable run={run} revision={revisionAt(turns, TURN_OF.occupancy)} />
          <LinkPanel run={run} revision={revisionAt(turns, TURN_OF.spark)} />
        </section>
      </SharedReading>
    );
  }
  return (
    <SharedReading>
      <section className="dock" aria-label={say('dock.label')}>
        <CoursePanel
          {...shared}
          chart={charts.course}
          chaptered
          revision={revisionAt(turns, TURN_OF.received)}
        />
        <CoursePanel
          {...shared}
          chart={charts.buffers}
          revision={revisionAt(turns, TURN_OF.occupancy)}
          control={isPredicted ? PREDICTED : NOT_PREDICTED}
        />
        <MemoryPanel {...shared} revision={revisionAt(turns, TURN_OF.memory)} />
        <LinkPanel run={run} revision={revisionAt(turns, TURN_OF.spark)} />
      </section>
    </SharedReading>
  );
}

// The same element each time, so that a panel is drawn again in its turn alone.
const PREDICTED = <PredictedSwitch />;
const NOT_PREDICTED = <NotPredicted />;

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

/** The chapters of a run, and the way to show one: only a run that stands shows another moment than the newest. */
function chaptersOf(run: RunView | null): Pick<ChartProps, 'chapters' | 'jump'> {
  const { phase } = run?.state() ?? {};
  const stands = phase === 'paused' || phase === 'ended';
  const chapters = run?.marks().filter(({ kind }) => kind === 'chapter') ?? [];
  return { chapters, jump: stands ? session.getState().show : null };
}

interface CourseProps extends PanelProps {
  chart: CourseChart;
  control?: ReactNode;
  /** The chapters of the run stand over it. */
  chaptered?: boolean;
}

/** One of the charts that the kind of source has. */
const CoursePanel = memo(function CoursePanel({
  run,
  plan,
  predicted,
  chart: { title, unit, Chart },
  control,
  chaptered = false,
}: CourseProps) {
  useLanguage();
  const shown = { ...spanned(run, predicted), ...(chaptered && chaptersOf(run)) };
  return (
    <ChartPanel title={title()} unit={unit()} control={control}>
      {(size) => <Chart {...shown} {...size} plan={plan} predicted={predicted} />}
    </ChartPanel>
  );
});

/** Memory of the reader processes. */
const MemoryPanel = memo(function MemoryPanel({ run, plan, predicted }: PanelProps) {
  useLanguage();
  const pair = plan.settings.backpressureOff !== null;
  useLanguage();
  return (
    <ChartPanel
      title={say(pair ? 'backpressure.chart.title' : 'dock.memory')}
      unit={say(pair ? 'backpressure.chart.unit' : 'dock.memoryUnit')}
    >
      {(size) => <MemoryChart {...spanned(run, predicted)} {...size} />}
    </ChartPanel>
  );
});
