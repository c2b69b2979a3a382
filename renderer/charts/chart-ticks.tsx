/** What recharts hands a tick; x and y are px. */
interface TickProps {
  x: number | string;
  y: number | string;
  payload: { value: number };
}

/** Tick words of the time axis: seconds, with the unit at the last one. */
export const timeTick = (endS: number, size: number) =>
  function TimeTick({ x, y, payload: { value } }: TickProps) {
    return (
      <text x={x} y={Number(y) + size * 0.6} fontSize={size} textAnchor="middle">
        {value === endS ? `${String(value)} s` : value}
      </text>
    );
  };

/** Tick words of a value axis; `wordOf` returns nothing for a tick without one. */
export const valueTick = (wordOf: (value: number) => string, size: number) =>
  function ValueTick({ x, y, payload: { value } }: TickProps) {
    return (
      <text x={Number(x) + 2} y={Number(y) + size / 3} fontSize={size} textAnchor="end">
        {wordOf(value)}
      </text>
    );
  };
