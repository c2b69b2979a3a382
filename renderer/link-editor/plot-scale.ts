import { fixedFigure } from '../../model/figures';
import { axisOver, valueAxis, type Axis } from '../charts/axes';
import { plotOf, type ChartSize, type Plot } from '../charts/plot';
import type { View } from './view';

/** How moments and rates lie on the drawing: its plot, in the units of a link. */
export interface PlotScale extends Pick<Plot, 'left' | 'right' | 'top' | 'bottom'> {
  /** Seconds across, MB/s upwards. */
  plot: Plot;
  view: View;
  /** px of a moment, ms. */
  x: (ms: number) => number;
  /** px of a rate, bytes per second. */
  y: (rate: number) => number;
  msAt: (px: number) => number;
  rateAt: (px: number) => number;
  /** The finest time and rate that the hand sets, ms and bytes per second. */
  grain: Grain;
}

/** The finest steps of hand and arrows. */
export interface Grain {
  ms: number;
  rate: number;
}

/** The value axis of a drawing: room above its highest rate, so that it can be drawn higher; MB/s. */
export const headroom = (mostRate: number): Axis => valueAxis((mostRate * 1.25) / 1e6, 0.2);

const TIME_GRAINS_MS = [100, 500, 1000, 5000, 10_000, 60_000];

const ROOM = { left: 44, right: 18, top: 30, bottom: 26 };
/** Ticks of the time axis stand so far apart at least, px at scale 1. */
const TICK_ROOM = 80;

/** The scale of a drawing of this size, px. */
export function plotScale(size: ChartSize, { fromMs, toMs }: View, value: Axis): PlotScale {
  const across = size.width / size.scale - ROOM.left - ROOM.right;
  const time = axisOver(fromMs / 1000, toMs / 1000, Math.max(3, Math.floor(across / TICK_ROOM)));
  const plot = plotOf(size, ROOM, time, value);
  const { left, right, top, bottom } = plot;
  const perPx = (toMs - fromMs) / (right - left);
  return {
    ...{ plot, left, right, top, bottom, view: { fromMs, toMs } },
    x: (ms) => plot.x(ms / 1000),
    y: (rate) => plot.y(rate / 1e6),
    msAt: (px) => plot.xAt(px) * 1000,
    rateAt: (px) => plot.yAt(px) * 1e6,
    grain: {
      ms: TIME_GRAINS_MS.find((each) => each >= perPx) ?? 60_000,
      rate: rateGrain(value.end * 1e6),
    },
  };
}

/** The finest rate for an axis up to so much, bytes per second. */
const RATE_GRAINS = [
  [50_000, 1000],
  [500_000, 10_000],
  [20_000_000, 100_000],
  [200_000_000, 1_000_000],
  [Infinity, 10_000_000],
] as const;

function rateGrain(most: number): number {
  return RATE_GRAINS.find(([end]) => most <= end)?.[1] ?? 1;
}

/** A rate beside the drawing, as finely as the hand can set it: "1.3 MB/s", "0.25 MB/s". */
export function shownRate(bytesPerSecond: number, { rate }: Grain): string {
  const places = Math.min(3, Math.max(1, 6 - Math.floor(Math.log10(rate))));
  return `${fixedFigure(bytesPerSecond / 1e6, places)} MB/s`;
}

/** A value on a grid. */
export const snap = (value: number, grain: number): number => Math.round(value / grain) * grain;

/** Where a centred label of so many px a line stands, so that it stays inside of the drawing. */
export function labelAt({ left, right }: PlotScale, x: number, label: string, px: number): number {
  const half = (label.length * px) / 3.6;
  return Math.max(left + half, Math.min(right - half, x));
}
