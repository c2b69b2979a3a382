import { Curve } from 'recharts';
import type { Plot } from './plot';

/** How a line looks: attributes of SVG. */
interface LineLook {
  stroke?: string;
  strokeWidth?: number;
  strokeOpacity?: number;
  strokeDasharray?: string;
}

interface PlotLineProps extends LineLook {
  plot: Plot;
  /** In the units of the axes; null where the line is broken. */
  points: readonly { t: number; v: number | null }[];
}

/** A line through points. */
export function PlotLine({ plot, points, ...look }: PlotLineProps) {
  return (
    <Curve
      {...look}
      fill="none"
      points={points.map(({ t, v }) => ({
        x: fine(plot.x(t)),
        y: v === null ? null : fine(plot.y(v)),
      }))}
    />
  );
}

interface PlotBandProps {
  plot: Plot;
  /** From where to where it reaches at each moment, in the units of the axes; null where it is broken. */
  points: readonly { t: number; band: readonly [number, number] | null }[];
  fill: string;
  fillOpacity: number;
}

/** The area between two lines. */
export function PlotBand({ plot, points, ...look }: PlotBandProps) {
  const edge = (side: 0 | 1) =>
    points.map(({ t, band }) => ({ x: fine(plot.x(t)), y: band && fine(plot.y(band[side])) }));
  return <Curve {...look} points={edge(1)} baseLine={edge(0)} />;
}

/** A tenth of a px is as fine as anybody sees. */
const fine = (px: number): number => Math.round(px * 10) / 10;
