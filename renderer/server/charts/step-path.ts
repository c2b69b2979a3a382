import type { CountStep } from '../state/counts';

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
