import type { Link } from '../../../model/link/types';
import type { ChartOutage } from './series';

/** From `t` (seconds) on the link carries `rate` (MB/s). */
export interface RateStep {
  t: number;
  rate: number;
}

/** A curve of more steps than this is not read any better. */
const MOST_STEPS = 2000;

/** The rate of a link from 0 to `untilMs`, as steps, with what the hand cut; the last step is at the end. */
export function rateSteps(
  link: Link,
  outages: readonly ChartOutage[],
  untilMs: number,
): RateStep[] {
  const cuts = outages.filter(({ byHand }) => byHand);
  const edges = new Set([0, ...cuts.flatMap(({ fromMs, toMs }) => [fromMs, toMs])]);
  for (let t = link.changeAfter(0), n = 0; t < untilMs && n < MOST_STEPS; n += 1) {
    edges.add(t);
    t = link.changeAfter(t);
  }
  const rateAt = (ms: number): number =>
    cuts.some(({ fromMs, toMs }) => ms >= fromMs && ms < toMs) ? 0 : link.rateAt(ms) / 1e6;
  const inside = [...edges].filter((ms) => ms < untilMs).sort((a, b) => a - b);
  const steps = inside.map((ms) => ({ t: ms / 1000, rate: rateAt(ms) }));
  const last = steps.at(-1);
  if (last && untilMs > 0) steps.push({ t: untilMs / 1000, rate: last.rate });
  return steps;
}

/** An SVG path of steps; x and y turn seconds and MB/s into px. */
export function stepPath(
  steps: readonly RateStep[],
  x: (seconds: number) => number,
  y: (rate: number) => number,
): string {
  const at = (value: number): string => value.toFixed(1);
  return steps
    .map(({ t, rate }, i) =>
      i === 0 ? `M${at(x(t))} ${at(y(rate))}` : `H${at(x(t))}V${at(y(rate))}`,
    )
    .join('');
}
