import { say } from '../ui/words';
import { bufferWord, firstTop, type ChartProps } from './axes';
import { LineChart } from './line-chart';

interface OccupancyChartProps extends ChartProps {
  /** Where buffering starts, MB; null when no lane has such a threshold. */
  prefetchMb: number | null;
}

/** What lies in each client buffer over time, with the prefetch as a level. */
export function OccupancyChart({ prefetchMb, ...props }: OccupancyChartProps) {
  return (
    <LineChart
      {...props}
      field="bufferedBytes"
      floor={firstTop(props.sourceMb)}
      wordOf={bufferWord}
      name={say('dock.occupancy')}
      {...(prefetchMb !== null && { level: { at: prefetchMb, word: say('dock.prefetch') } })}
    />
  );
}
