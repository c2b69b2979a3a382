import type { RunSummary } from '../../../model/runs/summary';
import type { Sort } from '../library';
import { linkFacts, linkName, mediaName, nameOf } from './run-words';

/** What a run is looked for and ordered by, worked out once a run. */
interface Known {
  name: string;
  /** Everything that a search looks through, in small letters. */
  text: string;
}

const known = new WeakMap<RunSummary, Known>();

function knownOf(run: RunSummary): Known {
  const before = known.get(run);
  if (before) return before;
  const name = nameOf(run);
  const parts = [name, mediaName(run.media), linkName(run.link.spec), linkFacts(run.link)];
  const now = { name, text: parts.join(' ').toLocaleLowerCase() };
  known.set(run, now);
  return now;
}

const alphabet = new Intl.Collator(undefined, { numeric: true });

const longestDelay = ({ lanes }: RunSummary): number =>
  Math.max(0, ...lanes.map(({ startupDelayMs }) => startupDelayMs ?? Infinity));
const stalledMs = ({ lanes }: RunSummary): number =>
  lanes.reduce((sum, { stallTotalMs }) => sum + stallTotalMs, 0);
const newestFirst = (a: RunSummary, b: RunSummary): number =>
  (b.startedMs ?? 0) - (a.startedMs ?? 0);

const ORDER: Record<Sort, (a: RunSummary, b: RunSummary) => number> = {
  date: newestFirst,
  name: (a, b) => alphabet.compare(knownOf(a).name, knownOf(b).name),
  // Infinity less Infinity is no order.
  delay: (a, b) => Math.min(1e15, longestDelay(b)) - Math.min(1e15, longestDelay(a)),
  stalls: (a, b) => stalledMs(b) - stalledMs(a),
};

/** The runs in which every word of a search is found, in order; pinned ones stand above whatever the order. */
export function shownRuns(
  runs: readonly RunSummary[],
  { query, sort }: { query: string; sort: Sort },
): RunSummary[] {
  const sought = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const order = ORDER[sort];
  return runs
    .filter((run) => sought.every((word) => knownOf(run).text.includes(word)))
    .sort((a, b) => Number(b.pinned) - Number(a.pinned) || order(a, b) || newestFirst(a, b));
}
