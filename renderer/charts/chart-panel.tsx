import { type ReactNode, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { ChartSize } from './plot';

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
        {title} {control} <span className="chart-unit">{unit}</span>
      </h3>
      <div className="chart-body" ref={ref}>
        {size && children(size)}
      </div>
    </div>
  );
}

/** The base size of a chart's words, px; the page's own (--fs-1) scales them. */
const BASE_PX = 12;

/** Size of the element that a chart fills and the scale of its words; null until it is known. */
export function useChartSize(): [RefObject<HTMLDivElement | null>, ChartSize | null] {
  const ref = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<ChartSize | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width === 0 || height === 0) return;
      const words = parseFloat(getComputedStyle(element).getPropertyValue('--fs-1'));
      setSize({ width, height, scale: Number.isFinite(words) ? words / BASE_PX : 1 });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}
