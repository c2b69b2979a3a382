import { timeAxis } from '../../charts/axes';
import { WINDOW_MS } from '../state/history';

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
