import { secondsWith, signedFigure } from '../../model/figures';

/** A time in seconds, two decimals: an error that is told in milliseconds has to be found in it. */
export function exactSeconds(ms: number): string {
  return secondsWith(ms / 1000, ms === 0 ? 0 : 2);
}

/** How far a measured time lies from the predicted one: signed, ms below a second; a dash where one is missing. */
export function timeError(ms: number | null): string {
  if (ms === null) return '–';
  const whole = Math.round(ms);
  if (whole === 0) return '0 ms';
  if (Math.abs(whole) < 1000) return `${signed(whole)} ms`;
  return signedFigure(ms / 1000, (seconds) => secondsWith(seconds, 2));
}

/** The same for a number of stalls. */
export function countError(count: number): string {
  return count === 0 ? '0' : signed(count);
}

/** With a plus, or with a real minus sign. */
const signed = (value: number | string): string =>
  Number(value) > 0 ? `+${value}` : String(value).replace('-', '−');
