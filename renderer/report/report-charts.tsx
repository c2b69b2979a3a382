import type { ComponentType, ReactElement } from 'react';
import { liveOfLog, type RunLog } from '../../model/run/schema';
import type { ChartProps } from '../charts/axes';
import { LiveDelayChart, ReserveChart } from '../charts/live-charts';
import { MemoryChart } from '../charts/memory-chart';
import { OccupancyChart } from '../charts/occupancy-chart';
import { ReceivedPlayedChart } from '../charts/received-played-chart';
import { say } from '../ui/words';

/** Size of one chart on the page, CSS px. */
const SIZE = { width: 1040, height: 260 };

/** The three charts of the Compare room over the whole run; of a camera those that it has there. */
export function ReportCharts({ log }: { log: RunLog }): ReactElement {
  const endMs = Math.max(0, ...log.lanes.map((lane) => lane.samples.at(-1)?.tMs ?? 0));
  const props: ChartProps = {
    lanes: log.lanes,
    outages: log.link.outages.filter(({ fromMs }) => fromMs < endMs),
    nowMs: endMs,
    untilMs: endMs,
    sourceMb: log.media.deliveredBytes / 1e6,
    ...SIZE,
  };
  const live = liveOfLog(log);
  if (live) {
    return (
      <>
        <Framed words="camera.chart" unit="camera.unit" chart={LiveDelayChart} props={props} />
        <figure>
          <Caption words="camera.occupancy" unit="camera.unit" />
          <ReserveChart {...props} live={live} />
        </figure>
        <Framed words="memory" unit="memoryUnit" chart={MemoryChart} props={props} />
      </>
    );
  }
  const prefetchMb = log.settings.methods.includes('buffering')
    ? log.settings.prefetchBytes / 1e6
    : null;
  return (
    <>
      <Framed words="received" unit="receivedUnit" chart={ReceivedPlayedChart} props={props} />
      <figure>
        <Caption words="occupancy" unit="unit" />
        <OccupancyChart {...props} prefetchMb={prefetchMb} />
      </figure>
      <Framed words="memory" unit="memoryUnit" chart={MemoryChart} props={props} />
    </>
  );
}

interface Titled {
  words: string;
  unit: string;
}

function Framed(framed: Titled & { chart: ComponentType<ChartProps>; props: ChartProps }) {
  const Chart = framed.chart;
  return (
    <figure>
      <Caption words={framed.words} unit={framed.unit} />
      <Chart {...framed.props} />
    </figure>
  );
}

function Caption({ words, unit }: Titled): ReactElement {
  return (
    <figcaption>
      {say(`report.${words}`)} <span>{say(`report.${unit}`)}</span>
    </figcaption>
  );
}
