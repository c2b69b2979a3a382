import { useMemo, type ReactNode } from 'react';
import { CartesianGrid, ComposedChart, XAxis, YAxis } from 'recharts';
import { valueTick } from '../../charts/chart-ticks';
import type { Plot } from './plot';

/** One axis: where it begins and ends, its ticks and their words. */
export interface PlotAxis {
  from: number;
  to: number;
  ticks: readonly number[];
  wordOf(this: void, value: number): string;
  log?: boolean;
}

interface PlotFrameProps {
  plot: Plot;
  x: PlotAxis;
  y: PlotAxis;
  /** Rows of what is drawn; `x` is the key of the horizontal axis. */
  data?: object[];
  children?: ReactNode;
}

/** Axes, grid and lines of one chart, by recharts; what can be grasped is drawn over it. */
export function PlotFrame({ plot, x, y, data, children }: PlotFrameProps) {
  const { size, room, right, bottom, top } = plot;
  const words = 12 * size.scale;
  const xTick = useMemo(() => acrossTick(x.wordOf, words), [x.wordOf, words]);
  const yTick = useMemo(() => valueTick(y.wordOf, words), [y.wordOf, words]);
  const margin = {
    top,
    left: 0,
    right: size.width - right,
    bottom: size.height - bottom - room.ticks * size.scale,
  };
  return (
    <ComposedChart
      width={size.width}
      height={size.height}
      margin={margin}
      accessibilityLayer={false}
      {...(data && { data })}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" zIndex={0} syncWithTicks />
      <XAxis
        dataKey="x"
        type="number"
        scale={x.log ? 'log' : 'linear'}
        domain={[x.from, x.to]}
        ticks={[...x.ticks]}
        allowDataOverflow
        interval={0}
        height={room.ticks * size.scale}
        axisLine={{ stroke: 'var(--line-strong)' }}
        tickLine={{ stroke: 'var(--line-strong)' }}
        tick={xTick}
      />
      <YAxis
        type="number"
        domain={[y.from, y.to]}
        ticks={[...y.ticks]}
        allowDataOverflow
        interval={0}
        width={plot.left}
        axisLine={false}
        tickLine={false}
        tick={yTick}
      />
      {children}
    </ComposedChart>
  );
}

/** What recharts hands a tick; x and y are px. */
interface TickProps {
  x: number | string;
  y: number | string;
  payload: { value: number };
}

const acrossTick = (wordOf: (value: number) => string, size: number) =>
  function AcrossTick({ x, y, payload: { value } }: TickProps) {
    return (
      <text x={x} y={Number(y) + size * 0.7} fontSize={size} textAnchor="middle">
        {wordOf(value)}
      </text>
    );
  };
