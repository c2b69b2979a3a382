import { useId, type ReactNode } from 'react';
import { CartesianAxis } from 'recharts';
import { tickWord, type Axis } from './axes';
import { px, type ChartSize, type Plot } from './plot';
import { ReadingBox, ReadingLine, useReading, type ReadingRow } from './reading';
import './charts.css';

type WordOf = (value: number) => string;

interface ChartSurfaceProps {
  size: ChartSize;
  /** What the chart shows, for those who hear it. */
  label: string;
  /** The plots on it; a pointer over one of them reads that moment in all. */
  plots: readonly Plot[];
  /** What is read at a value of the horizontal axis; nothing can be read without. */
  rowsAt?: ((at: number) => readonly ReadingRow[]) | undefined;
  children: ReactNode;
}

/** What a chart is drawn on, with the figures of the moment that the pointer is over. */
export function ChartSurface({ size, label, plots, rowsAt, children }: ChartSurfaceProps) {
  const reading = useReading();
  return (
    <div className="chart-surface" role="img" aria-label={label}>
      <svg
        width={size.width}
        height={size.height}
        aria-hidden="true"
        {...(rowsAt && reading.over(plots))}
      >
        {children}
        {rowsAt && <ReadingLine store={reading.store} plots={plots} />}
      </svg>
      {rowsAt && <ReadingBox store={reading.store} plots={plots} rowsAt={rowsAt} />}
    </div>
  );
}

interface PlotAxesProps {
  plot: Plot;
  /** Words of the ticks; plain numbers when left out. */
  xWord?: WordOf;
  yWord?: WordOf;
  /** True for a line along the bottom with a mark at each tick. */
  based?: boolean;
  /** Where the lines of the grid end, px; at the right edge of the plot when left out. */
  gridTo?: number;
}

/** Axes and grid of one plot: words at the ticks, and a line across at each tick of the value axis. */
export function PlotAxes(props: PlotAxesProps) {
  const { plot, xWord = tickWord, yWord = tickWord, based = false, gridTo = plot.right } = props;
  const { left, right, top, bottom, xAxis, yAxis, x, y, size } = plot;
  const words = 12 * size.scale;
  const line = based && { stroke: 'var(--line-strong)' };
  const tickSize = based ? BASE_TICK : 0;
  const look = { fontSize: words, stroke: 'var(--ink-2)', interval: 0 } as const;
  return (
    <>
      {yAxis.ticks.map((tick) => (
        <path key={tick} d={`M${px(left)} ${px(y(tick))}H${px(gridTo)}`} stroke="var(--line)" />
      ))}
      <CartesianAxis
        {...look}
        {...{ orientation: 'left', x: 0, y: top, width: left, height: bottom - top }}
        ticks={placed(yAxis, y)}
        tickFormatter={yWord}
        {...{ tickLine: false, axisLine: false, tickSize: 0, tickMargin: 6 * size.scale }}
      />
      <CartesianAxis
        {...look}
        {...{ orientation: 'bottom', x: left, y: bottom, width: right - left, height: words }}
        ticks={placed(xAxis, x)}
        tickFormatter={xWord}
        {...{ tickLine: line, axisLine: line, tickSize, tickMargin: words * FOOT }}
      />
    </>
  );
}

/** Length of a mark on the line along the bottom, px, and what lies between it and the words, in their height. */
const BASE_TICK = 5;
const FOOT = 0.62;

const placed = ({ ticks }: Axis, at: (value: number) => number) =>
  ticks.map((value, index) => ({ value, index, coordinate: at(value) }));

interface PlotFrameProps extends PlotAxesProps {
  label: string;
  rowsAt?: (at: number) => readonly ReadingRow[];
  /** Under the grid. */
  ground?: ReactNode;
  /** Over the grid. */
  children?: ReactNode;
}

/** The frame of a chart: axes, grid, what is drawn in them, and the pointer's reading. */
export function PlotFrame(props: PlotFrameProps) {
  const { plot, label, rowsAt, ground, children, ...axes } = props;
  return (
    <ChartSurface size={plot.size} label={label} plots={[plot]} rowsAt={rowsAt}>
      {ground}
      <PlotAxes plot={plot} {...axes} />
      {children}
    </ChartSurface>
  );
}

/** A line that lies on an edge is not cut in half, px. */
const EDGE = 2;

/** What is cut off where the axes end. */
export function InsidePlot({ plot, children }: { plot: Plot; children: ReactNode }) {
  const id = useId();
  const { left, right, top, bottom } = plot;
  return (
    <>
      <clipPath id={id}>
        <rect x={left} y={top - EDGE} width={right - left} height={bottom - top + 2 * EDGE} />
      </clipPath>
      <g clipPath={`url(#${id})`}>{children}</g>
    </>
  );
}
