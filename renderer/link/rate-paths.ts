import type { RateColumn } from './rate-columns';

const px = (value: number): string => value.toFixed(1);

/** An SVG path of the means of columns, as steps; x and y turn ms and bytes per second into px. */
export function rateLine(
  columns: readonly RateColumn[],
  x: (ms: number) => number,
  y: (rate: number) => number,
): string {
  return columns
    .map(({ fromMs, toMs, mean }, i) => {
      const start = i === 0 ? `M${px(x(fromMs))} ${px(y(mean))}` : `V${px(y(mean))}`;
      return `${start}H${px(x(toMs))}`;
    })
    .join('');
}

/** An SVG path of the area between the lowest and the highest rate of each column. */
export function rateBand(
  columns: readonly RateColumn[],
  x: (ms: number) => number,
  y: (rate: number) => number,
): string {
  const first = columns[0];
  if (!first) return '';
  const over = columns.map(({ toMs, max }) => `V${px(y(max))}H${px(x(toMs))}`);
  const under = columns.toReversed().map(({ fromMs, min }) => `V${px(y(min))}H${px(x(fromMs))}`);
  return `M${px(x(first.fromMs))} ${px(y(first.min))}${over.join('')}${under.join('')}Z`;
}
