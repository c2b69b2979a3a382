/** How many strips there are. */
const STRIPS = 5;

/**
 * The values that strips are drawn of, ascending: the chosen one, the ends of what lies near it, and
 * what lies between, so that one sees how it comes to be enough.
 */
export function stripValues(values: readonly number[], chosen: number): number[] {
  const at = values.indexOf(chosen);
  if (at < 0) return values.length > 0 ? stripValues(values, values[0] ?? 0) : [];
  const last = values.length - 1;
  const wanted = [
    at,
    0,
    Math.min(last, at * 2 + 1),
    Math.floor(at / 2),
    Math.floor(at * 0.75),
    last,
    at + 1,
    at - 1,
    ...values.keys(),
  ];
  const places = new Set<number>();
  for (const place of wanted) {
    if (places.size < STRIPS && place >= 0 && place <= last) places.add(place);
  }
  return [...places].sort((a, b) => a - b).flatMap((place) => values[place] ?? []);
}
