import type { MinimumPrefetch, SweepAxis, SweepPoint } from '../../../model/sweep/types';
import { say } from '../../ui/words';
import { outageWord, valueWord } from '../state/axis-words';
import { isSmooth, isUpperBound, runnable, sweetSpotOf } from './sweet-spot';

/** What a sweep shows, in two sentences: the finding, and what follows from it. */
export interface Finding {
  lead: string;
  rest: string;
}

/** What the finding is drawn from. */
export interface FindingInput {
  axis: SweepAxis;
  points: readonly SweepPoint[];
  /** The exact least prefetch over all seeds; null while it is not known. */
  least: MinimumPrefetch | null;
  /** So much longer the seed may make an outage, ms. */
  longerMs: number;
}

/** The sentences for the picture at hand; null while there are no points. */
export function findingOf({ axis, points, least, longerMs }: FindingInput): Finding | null {
  if (points.length === 0) return null;
  const run = runnable(points);
  if (run.length === 0) return sentences('impossible');
  const spot = sweetSpotOf(axis, run);
  const smooth = run.filter(isSmooth);
  const wordOf = (at: number): string =>
    axis === 'outage' && at > 0 ? outageWord(at, longerMs) : valueWord(axis, at);
  const value = spot === null ? '' : wordOf(spot);
  const most = wordOf(run.at(-1)?.value ?? 0);
  if (smooth.length === run.length) return sentences(`${axis}.all`, { most });
  if (smooth.length === 0) return noneIsEnough(axis, run, most, least);
  if (spot === null) return sentences(`${axis}.some`, { most });
  if (axis === 'outage' && spot === 0) return sentences('outage.zero');
  if (axis === 'prefetch') return prefetchFinding(run, spot, value);
  const uneven = !isUpperBound(axis) && run.some((p) => p.value > spot && !isSmooth(p));
  return sentences(`${axis}.${uneven ? 'uneven' : 'spot'}`, { value, most });
}

function prefetchFinding(run: readonly SweepPoint[], spot: number, value: string): Finding {
  const again = run.find((point) => point.value > spot && !isSmooth(point));
  if (again) {
    return sentences('prefetch.uneven', { value, again: valueWord('prefetch', again.value) });
  }
  return sentences(spotAtEnd(run, spot) ? 'prefetch.last' : 'prefetch.spot', { value });
}

const spotAtEnd = (run: readonly SweepPoint[], spot: number): boolean => run.at(-1)?.value === spot;

function noneIsEnough(
  axis: SweepAxis,
  run: readonly SweepPoint[],
  most: string,
  least: MinimumPrefetch | null,
): Finding {
  if (run.every(({ startupDelayMs }) => startupDelayMs === null)) return sentences('neverStarts');
  const { lead } = sentences(`${axis}.none`, { most });
  if (axis !== 'prefetch' || !least) return { lead, rest: sentences(`${axis}.none`).rest };
  const rest =
    least.wholeBytes === null
      ? say(`whatIf.finding.noLeast.${least.reason ?? 'never-arrives'}`)
      : say('whatIf.finding.least', { value: valueWord('prefetch', least.wholeBytes) });
  return { lead, rest };
}

function sentences(key: string, gaps: Record<string, string> = {}): Finding {
  const at = `whatIf.finding.${key}`;
  return { lead: say(`${at}.lead`, gaps), rest: say(`${at}.rest`, gaps) };
}
