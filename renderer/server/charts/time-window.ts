import { timeAxis } from '../../charts/axes';
import { WINDOW_MS } from '../state/history';
import type { CountStep } from '../state/counts';

/** The span of time that a chart shows, seconds, with its ticks. */
export interface TimeWindow {
  fromS: number;
  endS: number;
  ticks: number[];
}

/** It moves on by this much at a time, so that it seldom changes, s. */
const STEP_S = 10;

/** From the server's start on, until that is more than is kept; then the last two minutes. */
export function timeWindow(nowMs: number): TimeWindow {
  const nowS = nowMs / 1000;
  const lengthS = WINDOW_MS / 1000;
  if (nowS <= lengthS) {
    const { end, ticks } = timeAxis(nowS);
    return { fromS: 0, endS: end, ticks };
  }
  const endS = Math.ceil(nowS / STEP_S) * STEP_S;
  const fromS = endS - lengthS;
  const ticks = Array.from({ length: 7 }, (_, i) => fromS + (i * lengthS) / 6);
  return { fromS, endS, ticks };
}

/** An area of steps: each count from its moment to the next one's, the last to `untilMs`; "" for nothing. */
export function stepPath(
  steps: readonly CountStep[],
  untilMs: number,
  x: (tMs: number) => number,
  y: (count: number) => number,
): string {
  return steps
    .map(({ tMs, count }, i) => {
      const next = Math.min(steps[i + 1]?.tMs ?? untilMs, untilMs);
      const [from, to] = [x(tMs), x(next)];
      if (count === 0 || to <= from) return '';
      const [top, floor] = [y(count).toFixed(1), y(0).toFixed(1)];
      return `M${from.toFixed(1)} ${floor}V${top}H${to.toFixed(1)}V${floor}Z`;
    })
    .join('');
}
