import type { CurvePoint } from '../../../model/sweep/types';

/** A stretch in which more is needed than has arrived: corners of the area between the two, along need and back. */
export interface Underrun {
  fromMs: number;
  toMs: number;
  area: CurvePoint[];
}

/** The same curve begun so much later, ms. */
export const shifted = (curve: readonly CurvePoint[], byMs: number): CurvePoint[] =>
  curve.map(({ tMs, bytes }) => ({ tMs: tMs + byMs, bytes }));

/** Bytes of a curve at a moment: linear between points; at a step `side` says whether before or after it. */
export function bytesAt(
  curve: readonly CurvePoint[],
  tMs: number,
  side: 'before' | 'after',
): number {
  let low = 0;
  let high = curve.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = curve[middle]?.tMs ?? Infinity;
    if (side === 'after' ? at <= tMs : at < tMs) low = middle + 1;
    else high = middle;
  }
  const left = curve[low - 1];
  const right = curve[low];
  if (!left) return 0;
  if (!right) return left.bytes;
  return left.bytes + ((right.bytes - left.bytes) * (tMs - left.tMs)) / (right.tMs - left.tMs);
}

/** The stretches in which `need` lies above `arrival`; both ascending, steps as two points of one moment. */
export function underrunsOf(
  arrival: readonly CurvePoint[],
  need: readonly CurvePoint[],
): Underrun[] {
  const endMs = need.at(-1)?.tMs ?? 0;
  const times = [...new Set([...arrival, ...need].map(({ tMs }) => tMs))]
    .filter((tMs) => tMs >= 0 && tMs <= endMs)
    .sort((a, b) => a - b);
  const gaps: Underrun[] = [];
  let over: CurvePoint[] = [];
  let under: CurvePoint[] = [];
  const close = (toMs: number): void => {
    const fromMs = over[0]?.tMs ?? toMs;
    if (toMs > fromMs) gaps.push({ fromMs, toMs, area: [...over, ...under.reverse()] });
    over = [];
    under = [];
  };
  times.forEach((tMs, i) => {
    const next = times[i + 1];
    if (next === undefined) return;
    const [n0, a0] = [bytesAt(need, tMs, 'after'), bytesAt(arrival, tMs, 'after')];
    const [n1, a1] = [bytesAt(need, next, 'before'), bytesAt(arrival, next, 'before')];
    const [d0, d1] = [n0 - a0, n1 - a1];
    if (d0 <= 0 && d1 <= 0) return close(tMs);
    const crossMs = tMs + ((next - tMs) * d0) / (d0 - d1);
    const [fromMs, toMs] = [d0 > 0 ? tMs : crossMs, d1 > 0 ? next : crossMs];
    if (d0 <= 0) close(tMs);
    const at = (ms: number, v0: number, v1: number): CurvePoint => ({
      tMs: ms,
      bytes: v0 + ((v1 - v0) * (ms - tMs)) / (next - tMs),
    });
    over.push(at(fromMs, n0, n1), at(toMs, n0, n1));
    under.push(at(fromMs, a0, a1), at(toMs, a0, a1));
    if (d1 <= 0) close(toMs);
  });
  close(over.at(-1)?.tMs ?? 0);
  return gaps;
}

/** Time in all that the gaps last, ms. */
export const underrunMs = (gaps: readonly Underrun[]): number =>
  gaps.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
