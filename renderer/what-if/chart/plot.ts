import { scaleLinear } from 'd3-scale';
import type { ChartSize } from '../../charts/time-chart';

/** Room round a plot for its words, px at scale 1. */
export interface PlotRoom {
  left: number;
  right: number;
  top: number;
  /** Of the tick words, which recharts draws; what else stands below is `below`. */
  ticks: number;
  below: number;
}

/** Where a chart draws, px: what lies over or under recharts' marks uses the same scale. */
export interface Plot {
  size: ChartSize;
  room: PlotRoom;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The plot of a chart of this size. */
export function plotOf(size: ChartSize, room: PlotRoom): Plot {
  const { width, height, scale } = size;
  return {
    size,
    room,
    left: room.left * scale,
    right: width - room.right * scale,
    top: room.top * scale,
    bottom: height - (room.ticks + room.below) * scale,
  };
}

/** From a share of the axis to px across. */
export const across = ({ left, right }: Plot, share: number): number =>
  scaleLinear([0, 1], [left, right])(share);

/** From a value of an axis that ends at `end` to px down. */
export const down = ({ top, bottom }: Plot, value: number, end: number): number =>
  scaleLinear([0, end], [bottom, top])(value);

/** From px across to a share of the axis, [0, 1]. */
export const shareAt = ({ left, right }: Plot, px: number): number =>
  scaleLinear([left, right], [0, 1]).clamp(true)(px);
