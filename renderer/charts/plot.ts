import { scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import type { Axis } from './axes';

/** Size of a chart, px; `scale` enlarges its words (1 = 12 px). */
export interface ChartSize {
  width: number;
  height: number;
  scale: number;
}

/** Room around a plot for what is written there, px at scale 1. */
export interface Room {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where a chart draws: its edges, px, and the way from the values of its axes to px and back. */
export interface Plot {
  size: ChartSize;
  left: number;
  right: number;
  top: number;
  bottom: number;
  xAxis: Axis;
  yAxis: Axis;
  /** px of a value; one beyond the axis lies beyond the edge. */
  x(this: void, value: number): number;
  y(this: void, value: number): number;
  /** px of a value, held at the edges. */
  xInside(this: void, value: number): number;
  /** The value under a px, held inside the axis. */
  xAt(this: void, px: number): number;
  yAt(this: void, px: number): number;
}

/** The plot of a chart of this size with so much room around it. */
export function plotOf(size: ChartSize, room: Room, xAxis: Axis, yAxis: Axis): Plot {
  const { width, height, scale } = size;
  const left = room.left * scale;
  const right = Math.max(left + 1, width - room.right * scale);
  const top = room.top * scale;
  const bottom = Math.max(top + 1, height - room.bottom * scale);
  const x = scaleOf(xAxis, left, right);
  const y = scaleOf(yAxis, bottom, top);
  const [xInside, yInside] = [x.copy().clamp(true), y.copy().clamp(true)];
  return {
    ...{ size, left, right, top, bottom, xAxis, yAxis, x, y, xInside },
    xAt: (px) => xInside.invert(px),
    yAt: (px) => yInside.invert(px),
  };
}

const scaleOf = ({ from, end, log }: Axis, start: number, stop: number) =>
  (log ? scaleLog() : scaleLinear()).domain([from, end]).range([start, stop]);

/** A point in the units of the axes: seconds, say, and whatever the value axis counts. */
export interface PlacedPoint {
  t: number;
  v: number;
}

/** An SVG path through points in the units of the axes, a tenth of a px fine; "" without points. */
export function linePath({ x, y }: Pick<Plot, 'x' | 'y'>, points: readonly PlacedPoint[]): string {
  return (
    line<PlacedPoint>(
      ({ t }) => x(t),
      ({ v }) => y(v),
    ).digits(1)(points) ?? ''
  );
}

/** A length or place as SVG takes it, a tenth of a px fine. */
export const px = (value: number): string => value.toFixed(1);
