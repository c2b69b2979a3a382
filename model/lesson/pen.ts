import type { CurvePoint } from './drawn';

/** A curve that is being drawn: a value for each second from its beginning to where the pen is, bytes. */
export interface PenLine {
  fromMs: number;
  toMs: number;
  topBytes: number;
  values: readonly number[];
}

const SECOND = 1000;

/** Values that a finished line has. */
export const wholeLength = ({ fromMs, toMs }: Pick<PenLine, 'fromMs' | 'toMs'>): number =>
  Math.max(1, Math.round((toMs - fromMs) / SECOND)) + 1;

export const isWhole = (line: PenLine): boolean => line.values.length >= wholeLength(line);

/** When the pen stands at a place of the line, ms. */
export const msAt = ({ fromMs, toMs }: PenLine, place: number): number =>
  Math.min(toMs, fromMs + place * SECOND);

/** The place of the line that is nearest to a moment. */
export function placeAt(line: PenLine, tMs: number): number {
  const place = Math.round((tMs - line.fromMs) / SECOND);
  return Math.min(wholeLength(line) - 1, Math.max(0, place));
}

/**
 * The line after the pen has moved from one place to another, where it now stands at so many bytes. What lies between
 * is straight; a line has no gaps, so a pen that is put down further on has come from where the line ended.
 */
export function movedTo(line: PenLine, from: number | null, to: number, bytes: number): PenLine {
  const value = Math.min(line.topBytes, Math.max(0, bytes));
  const values = [...line.values];
  if (values.length === 0) values.push(value);
  const last = values.length - 1;
  const start = Math.min(from ?? (to > last ? last : to), last);
  const startValue = values[start] ?? value;
  const step = to >= start ? 1 : -1;
  for (let place = start; place !== to; place += step) {
    const next = place + step;
    const share = (next - start) / (to - start);
    values[next] = startValue + share * (value - startValue);
  }
  values[to] = value;
  return { ...line, values };
}

/** The points of a line, as they are kept. */
export const pointsOf = (line: PenLine): CurvePoint[] =>
  line.values.map((bytes, place) => ({ tMs: msAt(line, place), bytes: Math.round(bytes) }));
