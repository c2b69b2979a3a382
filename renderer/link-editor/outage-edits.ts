import type { Outage } from '../../model/link/types';
import { MIN_MS, MAX_PARTS, partsOf, type Draft } from './draft';
import { between } from './step-edits';

/** An outage that is added lasts so long where there is room, ms. */
const NEW_OUTAGE_MS = 2000;

const withOutage = (draft: Draft, index: number, outage: Outage): Draft => ({
  ...draft,
  outages: draft.outages.map((each, i) => (i === index ? outage : each)),
});

/** Where the nth outage may reach without touching another, ms. */
function roomOf({ outages, lengthMs }: Draft, index: number): { low: number; high: number } {
  const before = outages[index - 1];
  const after = outages[index + 1];
  return {
    low: before ? before.toMs + MIN_MS : 0,
    high: after ? after.fromMs - MIN_MS : lengthMs,
  };
}

/** One outage more around a moment; the same draft when there is no room. */
export function addOutage(draft: Draft, atMs: number): Draft {
  const { outages, lengthMs } = draft;
  if (partsOf(draft) + 2 > MAX_PARTS) return draft;
  const index = outages.filter(({ fromMs }) => fromMs <= atMs).length;
  const before = outages[index - 1];
  const after = outages[index];
  const low = before ? before.toMs + MIN_MS : 0;
  const high = after ? after.fromMs - MIN_MS : lengthMs;
  const long = Math.min(NEW_OUTAGE_MS, high - low);
  if (long < MIN_MS) return draft;
  const fromMs = between(Math.round(atMs - long / 2), low, high - long);
  if (fromMs === null) return draft;
  return { ...draft, outages: outages.toSpliced(index, 0, { fromMs, toMs: fromMs + long }) };
}

/** The nth outage, as long as it was, from another moment on; neighbours and ends stop it. */
export function moveOutage(draft: Draft, index: number, toMs: number): Draft {
  const outage = draft.outages[index];
  if (!outage) return draft;
  const { low, high } = roomOf(draft, index);
  const long = outage.toMs - outage.fromMs;
  const fromMs = between(Math.round(toMs), low, high - long);
  return fromMs === null || fromMs === outage.fromMs
    ? draft
    : withOutage(draft, index, { fromMs, toMs: fromMs + long });
}

/** One edge of the nth outage at another moment; it never turns over. */
export function resizeOutage(
  draft: Draft,
  index: number,
  edge: 'fromMs' | 'toMs',
  atMs: number,
): Draft {
  const outage = draft.outages[index];
  if (!outage) return draft;
  const { low, high } = roomOf(draft, index);
  const at =
    edge === 'fromMs'
      ? between(Math.round(atMs), low, outage.toMs - MIN_MS)
      : between(Math.round(atMs), outage.fromMs + MIN_MS, high);
  return at === null || at === outage[edge]
    ? draft
    : withOutage(draft, index, { ...outage, [edge]: at });
}

/** Without the nth outage: the rate under it is carried again. */
export function removeOutage(draft: Draft, index: number): Draft {
  return draft.outages[index] ? { ...draft, outages: draft.outages.toSpliced(index, 1) } : draft;
}
