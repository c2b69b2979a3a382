import { area, curveStepAfter, line } from 'd3-shape';
import type { RateStep } from './link-curve';
import type { RateColumn } from './rate-columns';

type ToPx = (value: number) => number;

/** An SVG path of steps; x and y turn seconds and MB/s into px. */
export function stepPath(steps: readonly RateStep[], x: ToPx, y: ToPx): string {
  const drawn = line<RateStep>(
    ({ t }) => x(t),
    ({ rate }) => y(rate),
  );
  return drawn.curve(curveStepAfter).digits(1)(steps) ?? '';
}

/** An SVG path of the means of columns, as steps; x and y turn ms and bytes per second into px. */
export function rateLine(columns: readonly RateColumn[], x: ToPx, y: ToPx): string {
  const steps = edges(columns).map(({ fromMs, mean }) => ({ t: fromMs, rate: mean }));
  return stepPath(steps, x, y);
}

/** An SVG path of the area between the lowest and the highest rate of each column. */
export function rateBand(columns: readonly RateColumn[], x: ToPx, y: ToPx): string {
  const drawn = area<RateColumn>(
    ({ fromMs }) => x(fromMs),
    ({ min }) => y(min),
    ({ max }) => y(max),
  );
  return drawn.curve(curveStepAfter).digits(1)(edges(columns)) ?? '';
}

/** The columns and, where the last one ends, that one once more: a step needs its end. */
function edges(columns: readonly RateColumn[]): RateColumn[] {
  const last = columns.at(-1);
  return last ? [...columns, { ...last, fromMs: last.toMs }] : [];
}
