import type { Outage } from '../../model/link/types';
import { levelAt, MAX_PARTS, partsOf, type Draft, type Step } from './draft';
import { drawableRate } from './step-edits';

/** A point of the hand: a moment and a rate in bytes per second. */
export interface HandPoint {
  tMs: number;
  rate: number;
}

/** What has been drawn so far: the rate of each cell of the time grid that the hand has crossed. */
export type Stroke = ReadonlyMap<number, number>;

const GRIDS_MS = [500, 1000, 2000, 5000, 10_000, 20_000, 60_000, 300_000];
const MAX_CELLS = 240;

/** The width of a drawn step, ms: half a second, more where a draft is long. */
export function handGrid(lengthMs: number): number {
  return GRIDS_MS.find((grid) => lengthMs / grid <= MAX_CELLS) ?? lengthMs / MAX_CELLS;
}

/** The stroke as the hand goes on from one point to the next; the later crossing of a cell counts. */
export function strokeOn(stroke: Stroke, from: HandPoint, to: HandPoint, gridMs: number): Stroke {
  const next = new Map(stroke);
  const first = Math.floor(from.tMs / gridMs);
  const last = Math.floor(to.tMs / gridMs);
  const way = Math.sign(last - first) || 1;
  for (let cell = first; cell !== last + way; cell += way) {
    const middleMs = (cell + 0.5) * gridMs;
    const share = to.tMs === from.tMs ? 1 : (middleMs - from.tMs) / (to.tMs - from.tMs);
    const rate = from.rate + (to.rate - from.rate) * Math.min(1, Math.max(0, share));
    next.set(cell, cell === last ? to.rate : rate);
  }
  return next;
}

/** The draft with a stroke in it: what was under the hand, outages too, gives way; unchanged when it has too many parts. */
export function drawStroke(draft: Draft, stroke: Stroke, gridMs: number): Draft {
  const { lengthMs } = draft;
  const cells = [...stroke.keys()]
    .filter((cell) => cell >= 0 && cell * gridMs < lengthMs)
    .sort((a, b) => a - b);
  const first = cells[0];
  const last = cells.at(-1);
  if (first === undefined || last === undefined) return draft;
  const fromMs = first * gridMs;
  const toMs = Math.min(lengthMs, (last + 1) * gridMs);
  const drawn: Step[] = [];
  for (const cell of cells) {
    const rate = drawableRate(stroke.get(cell) ?? 0);
    if (drawn.at(-1)?.rate !== rate) drawn.push({ fromMs: cell * gridMs, rate });
  }
  const after: Step[] = toMs < lengthMs ? [{ fromMs: toMs, rate: levelAt(draft, toMs) }] : [];
  const steps = [
    ...draft.steps.filter((step) => step.fromMs < fromMs),
    ...drawn,
    ...(after[0]?.rate === drawn.at(-1)?.rate ? [] : after),
    ...draft.steps.filter((step) => step.fromMs > toMs),
  ];
  const next = { ...draft, steps, outages: outside(draft.outages, fromMs, toMs) };
  return partsOf(next) > MAX_PARTS ? draft : next;
}

/** What is left of outages outside of [fromMs, toMs). */
function outside(outages: readonly Outage[], fromMs: number, toMs: number): Outage[] {
  return outages.flatMap((outage) => {
    const parts = [
      { ...outage, toMs: Math.min(outage.toMs, fromMs) },
      { ...outage, fromMs: Math.max(outage.fromMs, toMs) },
    ];
    return parts.filter((part) => part.toMs > part.fromMs);
  });
}
