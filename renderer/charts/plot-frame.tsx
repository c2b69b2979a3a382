import { useId, type ReactNode } from 'react';
import { tickWord } from './axes';
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
  const { left, right, bottom, xAxis, yAxis, x, y, size } = plot;
  const words = 12 * size.scale;
  const foot = bottom + words * (based ? 1.6 : 1.35);
  const marks = xAxis.ticks.map((tick) => `M${px(x(tick))} ${px(bottom)}v5`).join('');
  return (
    <g fontSize={words} fill="var(--ink-2)">
      {yAxis.ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${px(left)} ${px(y(tick))}H${px(gridTo)}`} stroke="var(--line)" />
          <text x={left - 6 * size.scale} y={y(tick) + words / 3} textAnchor="end">
            {yWord(tick)}
          </text>
        </g>
      ))}
      {based && (
        <path d={`M${px(left)} ${px(bottom)}H${px(right)}${marks}`} stroke="var(--line-strong)" />
      )}
      {xAxis.ticks.map((tick) => (
        <text key={tick} x={x(tick)} y={foot} textAnchor="middle">
          {xWord(tick)}
        </text>
      ))}
    </g>
  );
}

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
