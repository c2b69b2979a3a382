import { say } from '../ui/words';
import { memoryWord, type ChartProps } from './axes';
import { LineChart } from './line-chart';

/** The value axis starts with room for a reader process that holds little, MB. */
const FLOOR_MB = 80;

/** The measured memory of each lane's reader process over time. */
export function MemoryChart(props: ChartProps) {
  return (
    <LineChart
      {...props}
      field="rssBytes"
      floor={FLOOR_MB}
      wordOf={memoryWord}
      name={say('dock.memory')}
    />
  );
}
