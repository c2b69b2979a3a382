import type { ReactElement } from 'react';
import { rulesOfLane } from '../../model/run/logged-rules';
import type { RunLog } from '../../model/run/schema';
import type { RunChartName } from '../../model/runs/export-formats';
import type { KindCharts } from '../charts/kind-charts';
import { MemoryChart } from '../charts/memory-chart';
import type { ChartProps } from '../charts/time-chart';
import { say } from '../ui/words';

/** One chart over the whole of a run. */
export interface RunChart {
  title: string;
  unit: string;
  /** Draws it in a size, px. */
  draw: (size: { width: number; height: number }) => ReactElement;
}

/** The three charts of a run as its kind of source has them. */
export function runCharts(log: RunLog, charts: KindCharts): Record<RunChartName, RunChart> {
  const endMs = Math.max(0, ...log.lanes.map((lane) => lane.samples.at(-1)?.tMs ?? 0));
  const props: ChartProps = {
    lanes: log.lanes,
    outages: log.link.outages.filter(({ fromMs }) => fromMs < endMs),
    nowMs: endMs,
    untilMs: endMs,
    sourceMb: log.media.deliveredBytes / 1e6,
  };
  const plan = { settings: log.settings, rules: log.lanes.map(rulesOfLane) };
  const course = ({ title, unit, Chart }: KindCharts['course']): RunChart => ({
    title: title(),
    unit: unit(),
    draw: (size) => <Chart {...props} {...size} plan={plan} />,
  });
  return {
    played: course(charts.course),
    occupancy: course(charts.buffers),
    memory: {
      title: say('report.memory'),
      unit: say('report.memoryUnit'),
      draw: (size) => <MemoryChart {...props} {...size} />,
    },
  };
}
