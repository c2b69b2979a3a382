import { distance } from 'fastest-levenshtein';

/** The name that a mistyped one is nearest to; null when none is near. */
export function nearestName(typed: string, names: readonly string[]): string | null {
  const near = (name: string): number => distance(typed.toLowerCase(), name.toLowerCase());
  const [best] = names.toSorted((a, b) => near(a) - near(b));
  const most = Math.max(1, Math.floor(typed.length / 2));
  return best !== undefined && near(best) <= Math.min(most, 3) ? best : null;
}
