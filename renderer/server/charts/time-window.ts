import { area, curveStepAfter } from 'd3-shape';
import { axisOver, timeAxis, type Axis } from '../../charts/axes';
import type { Plot } from '../../charts/plot';
import type { CountStep } from '../state/counts';
import { WINDOW_MS } from '../state/history';

/** The span moves on by this much at a time, so that it seldom changes, s. */
const STEP_S = 10;
const MAX_STEPS = 6;

/** The time axis, seconds: from the server's start on, until that is more than is kept; then the last two minutes. */
export function timeWindow(nowMs: number): Axis {
  const nowS = nowMs / 1000;
  const lengthS = WINDOW_MS / 1000;
  if (nowS <= lengthS) return timeAxis(nowS);
  const endS = Math.ceil(nowS / STEP_S) * STEP_S;
  return axisOver(endS - lengthS, endS, MAX_STEPS);
}

/** An area of steps: each count from its moment to the next one's, the last to `untilMs`; "" for nothing. */
export function countArea(
  { xInside, y }: Pick<Plot, 'xInside' | 'y'>,
  steps: readonly CountStep[],
  untilMs: number,
): string {
  const past = steps.filter(({ tMs }) => tMs < untilMs);
  const last = past.at(-1);
  if (!last) return '';
  const drawn = area<CountStep>(
    ({ tMs }) => xInside(tMs / 1000),
    () => y(0),
    ({ count }) => y(count),
  );
  return drawn.curve(curveStepAfter).digits(1)([...past, { ...last, tMs: untilMs }]) ?? '';
}
