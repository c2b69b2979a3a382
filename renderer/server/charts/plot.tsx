import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import { useChartSize } from '../../charts/chart-panel';
import type { TimeWindow } from './time-window';

/** Where things are in a chart, px. */
export interface Plot {
  width: number;
  height: number;
  /** Left edge of the time axis; words stand before it. */
  left: number;
  right: number;
  /** Where the time axis lies. */
  bottom: number;
  /** 1 where words are 12 px. */
  scale: number;
  /** Place of a moment, ms; held at the edges of what is shown. */
  x: (tMs: number) => number;
}

interface PlotFrameProps {
  window: TimeWindow;
  nowMs: number;
  /** What it shows, for those who hear it. */
  label: string;
  /** Room for words on the left, px at scale 1. */
  left: number;
  children: (plot: Plot) => ReactNode;
}

const RIGHT = 14;
const AXIS = 22;

/** A chart over time that fills its place: axis, now-line, and whatever is drawn between. */
export function PlotFrame({ window, nowMs, label, left: room, children }: PlotFrameProps) {
  const [ref, size] = useChartSize();
  return (
    <div className="plot" ref={ref}>
      {size && (
        <svg width={size.width} height={size.height} role="img" aria-label={label}>
          {drawn(plotOf(size, room, window), window, nowMs, children)}
        </svg>
      )}
    </div>
  );
}

function plotOf(
  { width, height, scale }: { width: number; height: number; scale: number },
  room: number,
  { fromS, endS }: TimeWindow,
): Plot {
  const left = room * scale;
  const right = width - RIGHT * scale;
  const x = scaleLinear([fromS * 1000, endS * 1000], [left, right]).clamp(true);
  return { width, height, left, right, bottom: height - AXIS * scale, scale, x };
}

function drawn(
  plot: Plot,
  { ticks }: TimeWindow,
  nowMs: number,
  children: (plot: Plot) => ReactNode,
): ReactNode {
  const { x, bottom, height, scale } = plot;
  const now = x(nowMs);
  return (
    <>
      {children(plot)}
      {ticks.map((second) => (
        <text
          key={second}
          x={x(second * 1000)}
          y={height - 4 * scale}
          textAnchor="middle"
          fontSize={12 * scale}
        >
          {second}
        </text>
      ))}
      <path d={`M${now.toFixed(1)} 0V${(bottom + 3).toFixed(1)}`} stroke="var(--ink)" />
    </>
  );
}
