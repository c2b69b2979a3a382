import type { ComponentType, ReactElement } from 'react';
import type { RunLog } from '../../model/run/schema';
import type { ChartProps } from '../compare/dock/chart-props';
import { MemoryChart } from '../compare/dock/memory-chart';
import { OccupancyChart } from '../compare/dock/occupancy-chart';
import { ReceivedPlayedChart } from '../compare/dock/received-played-chart';
import { say } from '../ui/words';

/** Size of one chart on the page, CSS px. */
const SIZE = { width: 1040, height: 260 };

/** The three charts of the Compare room over the whole run. */
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
  const prefetchMb = log.settings.methods.includes('buffering')
    ? log.settings.prefetchBytes / 1e6
    : null;
  return (
    <>
      <Framed words="received" chart={ReceivedPlayedChart} props={props} />
      <figure>
        <Caption words="occupancy" />
        <OccupancyChart {...props} prefetchMb={prefetchMb} />
      </figure>
      <Framed words="memory" chart={MemoryChart} props={props} />
    </>
  );
}

function Framed(framed: {
  words: string;
  chart: ComponentType<ChartProps>;
  props: ChartProps;
}): ReactElement {
  const Chart = framed.chart;
  return (
    <figure>
      <Caption words={framed.words} />
      <Chart {...framed.props} />
    </figure>
  );
}

function Caption({ words }: { words: string }): ReactElement {
  const unit = words === 'received' ? 'report.receivedUnit' : 'report.unit';
  return (
    <figcaption>
      {say(`report.${words}`)} <span>{say(unit)}</span>
    </figcaption>
  );
}
