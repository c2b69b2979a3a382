/** One value in so many is worked out first, so that the whole curve is there early, if roughly. */
const COARSE = 4;

/** The values of a sweep in the order in which they are worked out: a few over the whole axis, then the rest. */
export function passes(values: readonly number[]): number[][] {
  const last = values.length - 1;
  const first = (i: number): boolean => i % COARSE === 0 || i === last;
  const coarse = values.filter((_, i) => first(i));
  const rest = values.filter((_, i) => !first(i));
  return [coarse, rest].filter((pass) => pass.length > 0);
}
