import type { RunSummary } from '../../../model/runs/summary';
import type { Sort } from '../library';
import { linkFacts, linkName, mediaName, nameOf } from './run-words';

/** What a search looks through, worked out once a run. */
const texts = new WeakMap<RunSummary, string>();

function textOf(run: RunSummary): string {
  const known = texts.get(run);
  if (known !== undefined) return known;
  const parts = [nameOf(run), mediaName(run.media), linkName(run.link.spec), linkFacts(run.link)];
  const text = parts.join(' ').toLocaleLowerCase();
  texts.set(run, text);
  return text;
}

const longestDelay = ({ lanes }: RunSummary): number =>
  Math.max(0, ...lanes.map(({ startupDelayMs }) => startupDelayMs ?? Infinity));
const stalledMs = ({ lanes }: RunSummary): number =>
  lanes.reduce((sum, { stallTotalMs }) => sum + stallTotalMs, 0);
const newestFirst = (a: RunSummary, b: RunSummary): number =>
  (b.startedMs ?? 0) - (a.startedMs ?? 0);

const ORDER: Record<Sort, (a: RunSummary, b: RunSummary) => number> = {
  date: newestFirst,
  name: (a, b) => nameOf(a).localeCompare(nameOf(b)),
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
    .filter((run) => sought.every((word) => textOf(run).includes(word)))
    .sort((a, b) => Number(b.pinned) - Number(a.pinned) || order(a, b) || newestFirst(a, b));
}
