import type { ReactElement, ReactNode } from 'react';
import { rulesOfLane } from '../../model/run/logged-rules';
import type { RunLog } from '../../model/run/schema';
import type { KindCharts } from '../charts/kind-charts';
import { MemoryChart } from '../charts/memory-chart';
import type { ChartProps } from '../charts/time-chart';
import { say } from '../ui/words';

/** Size of one chart on the page, CSS px. */
const SIZE = { width: 1040, height: 260 };

/** The three charts of the Compare room over the whole run: those that its kind of source has there. */
export function ReportCharts({ log, charts }: { log: RunLog; charts: KindCharts }): ReactElement {
  const endMs = Math.max(0, ...log.lanes.map((lane) => lane.samples.at(-1)?.tMs ?? 0));
  const props: ChartProps = {
    lanes: log.lanes,
    outages: log.link.outages.filter(({ fromMs }) => fromMs < endMs),
    nowMs: endMs,
    untilMs: endMs,
    sourceMb: log.media.deliveredBytes / 1e6,
    ...SIZE,
  };
  const plan = { settings: log.settings, rules: log.lanes.map(rulesOfLane) };
  return (
    <>
      {[charts.course, charts.buffers].map(({ title, unit, Chart }) => (
        <Framed key={title()} title={title()} unit={unit()}>
          <Chart {...props} plan={plan} />
        </Framed>
      ))}
      <Framed title={say('report.memory')} unit={say('report.memoryUnit')}>
        <MemoryChart {...props} />
      </Framed>
    </>
  );
}

interface FramedProps {
  title: string;
  unit: string;
  children: ReactNode;
}

function Framed({ title, unit, children }: FramedProps) {
  return (
    <figure>
      <figcaption>
        {title} <span>{unit}</span>
      </figcaption>
      {children}
    </figure>
  );
}
