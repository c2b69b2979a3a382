import type { ReactNode } from 'react';
import type { ChartSize } from './time-chart';
import { useChartSize } from './use-chart-size';

interface ChartPanelProps {
  title: string;
  unit: string;
  /** A control in the heading. */
  control?: ReactNode;
  children: (size: ChartSize) => ReactNode;
}

/** A heading and a chart that fills the rest. */
export function ChartPanel({ title, unit, control, children }: ChartPanelProps) {
  const [ref, size] = useChartSize();
  return (
    <div className="panel chart">
      <h3>
        {title} {control} <span>{unit}</span>
      </h3>
      <div className="chart-body" ref={ref}>
        {size && children(size)}
      </div>
    </div>
  );
}
