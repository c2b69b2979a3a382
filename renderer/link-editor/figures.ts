import type { Grain } from './plot-scale';

/** A drawn rate as exactly as it was set, one to three decimals, such as "1.3" or "0.125" (MB/s). */
export function exactMb(bytesPerSecond: number): string {
  return decimals(bytesPerSecond / 1e6);
}

/** A drawn moment as exactly as it was set, one to three decimals, such as "12.0" (s). */
export function exactSeconds(ms: number): string {
  return decimals(ms / 1000);
}

/** A rate beside the drawing, as finely as the hand can set it: "1.3 MB/s", "0.25 MB/s". */
export function shownRate(bytesPerSecond: number, { rate }: Grain): string {
  const places = Math.min(3, Math.max(1, 6 - Math.floor(Math.log10(rate))));
  return `${(bytesPerSecond / 1e6).toFixed(places)} MB/s`;
}

function decimals(value: number): string {
  return value.toFixed(3).replace(/0{1,2}$/, '');
}
