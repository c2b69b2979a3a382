import { scaleLinear } from 'd3-scale';
import { valueAxis, type Axis } from '../charts/axes';
import type { View } from './view';

/** How moments and rates lie on the drawing. */
export interface PlotScale {
  view: View;
  value: Axis;
  left: number;
  right: number;
  top: number;
  bottom: number;
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

/** The scale of a drawing of this size, px. */
export function plotScale(
  { width, height, scale }: { width: number; height: number; scale: number },
  view: View,
  value: Axis,
): PlotScale {
  const left = 44 * scale;
  const right = width - 18;
  const top = 30;
  const bottom = height - 26 * scale;
  const perPx = (view.toMs - view.fromMs) / (right - left);
  const most = value.end * 1e6;
  const time = scaleLinear([view.fromMs, view.toMs], [left, right]);
  const rate = scaleLinear([0, most], [bottom, top]);
  // What is drawn may lie outside of the view; what a hand points at does not.
  const [timeInside, rateInside] = [time.copy().clamp(true), rate.copy().clamp(true)];
  return {
    ...{ view, value, left, right, top, bottom },
    x: time,
    y: rate,
    msAt: (px) => timeInside.invert(px),
    rateAt: (px) => rateInside.invert(px),
    grain: { ms: TIME_GRAINS_MS.find((each) => each >= perPx) ?? 60_000, rate: rateGrain(most) },
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

/** A value on a grid. */
export const snap = (value: number, grain: number): number => Math.round(value / grain) * grain;

/** Where a centred label of so many px a line stands, so that it stays inside of the drawing. */
export function labelAt({ left, right }: PlotScale, x: number, label: string, px: number): number {
  const half = (label.length * px) / 3.6;
  return Math.max(left + half, Math.min(right - half, x));
}
