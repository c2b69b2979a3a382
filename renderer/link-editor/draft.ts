import type { Outage } from '../../model/link/types';

/** From `fromMs` on the drawn rate is `rate`, bytes per second. */
export interface Step {
  readonly fromMs: number;
  readonly rate: number;
}

/** A link as a person draws it: the steps of its rate, and the outages that lie over them. */
export interface Draft {
  /** Ascending; the first begins at 0 and the last before the end. */
  readonly steps: readonly Step[];
  /** Within [0, lengthMs], ascending and apart. */
  readonly outages: readonly Readonly<Outage>[];
  /** What is drawn ends here, ms, whole. */
  readonly lengthMs: number;
  /** All begins again at the end; otherwise the last rate holds. */
  readonly repeats: boolean;
  readonly latencyMs: number;
  readonly jitterMs: number;
}

/** Steps and the edges of outages that a draft may have in all; more can be neither seen nor reached. */
export const MAX_PARTS = 400;
/** Two edges do not come closer by hand, ms. */
export const MIN_MS = 50;
/** The length of a draft, ms. */
export const MIN_LENGTH_MS = 1000;
export const MAX_LENGTH_MS = 86_400_000;
/** The highest rate that can be drawn, bytes per second. */
export const MAX_RATE = 1e9;

/** How many parts a draft has, as MAX_PARTS counts them. */
export const partsOf = ({ steps, outages }: Draft): number => steps.length + 2 * outages.length;

/** Where the nth step ends, ms. */
export function stepEnd({ steps, lengthMs }: Draft, index: number): number {
  return steps[index + 1]?.fromMs ?? lengthMs;
}

/** Index of the step that holds at a moment. */
export function stepAt({ steps }: Draft, tMs: number): number {
  const next = steps.findIndex(({ fromMs }) => fromMs > tMs);
  return next < 0 ? steps.length - 1 : Math.max(0, next - 1);
}

/** The rate of the steps at a moment, outages not counted, bytes per second. */
export function levelAt(draft: Draft, tMs: number): number {
  return draft.steps[stepAt(draft, tMs)]?.rate ?? 0;
}

/** True for two drafts that draw and mean the same. */
export function sameDraft(a: Draft, b: Draft): boolean {
  return (
    a.lengthMs === b.lengthMs &&
    a.repeats === b.repeats &&
    a.latencyMs === b.latencyMs &&
    a.jitterMs === b.jitterMs &&
    a.steps.length === b.steps.length &&
    a.outages.length === b.outages.length &&
    a.steps.every((step, i) => {
      const other = b.steps[i];
      return step.fromMs === other?.fromMs && step.rate === other.rate;
    }) &&
    a.outages.every((outage, i) => {
      const other = b.outages[i];
      return outage.fromMs === other?.fromMs && outage.toMs === other.toMs;
    })
  );
}
