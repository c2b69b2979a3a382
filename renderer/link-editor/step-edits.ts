import {
  MIN_LENGTH_MS,
  MIN_MS,
  MAX_LENGTH_MS,
  MAX_PARTS,
  MAX_RATE,
  partsOf,
  stepAt,
  stepEnd,
  type Draft,
  type Step,
} from './draft';

/** A value inside two bounds; null when they leave no room. */
export function between(value: number, low: number, high: number): number | null {
  return low > high ? null : Math.min(high, Math.max(low, value));
}

/** A rate that can be drawn, whole bytes per second. */
export const drawableRate = (rate: number): number =>
  Math.min(MAX_RATE, Math.max(0, Math.round(rate)));

const withStep = (draft: Draft, index: number, step: Step): Draft => ({
  ...draft,
  steps: draft.steps.map((each, i) => (i === index ? step : each)),
});

/** The nth step at another rate, bytes per second. */
export function setLevel(draft: Draft, index: number, rate: number): Draft {
  const step = draft.steps[index];
  const level = drawableRate(rate);
  return !step || step.rate === level ? draft : withStep(draft, index, { ...step, rate: level });
}

/** The nth step begins at another moment, between its neighbours; the first stays at 0. */
export function moveStart(draft: Draft, index: number, toMs: number): Draft {
  const step = draft.steps[index];
  const before = draft.steps[index - 1];
  if (!step || !before) return draft;
  const low = before.fromMs + MIN_MS;
  const fromMs = between(Math.round(toMs), low, stepEnd(draft, index) - MIN_MS);
  return fromMs === null || fromMs === step.fromMs
    ? draft
    : withStep(draft, index, { ...step, fromMs });
}

/** One step more, from atMs to the end of the step that was there; the same draft when there is no room. */
export function addStep(draft: Draft, atMs: number, rate: number): Draft {
  const fromMs = Math.round(atMs);
  const index = stepAt(draft, fromMs);
  const before = draft.steps[index];
  if (!before || partsOf(draft) >= MAX_PARTS) return draft;
  if (fromMs - before.fromMs < MIN_MS || stepEnd(draft, index) - fromMs < MIN_MS) return draft;
  const added = { fromMs, rate: drawableRate(rate) };
  return { ...draft, steps: draft.steps.toSpliced(index + 1, 0, added) };
}

/** The middle of the nth step, ms, whole. */
export function stepMiddle(draft: Draft, index: number): number {
  const from = draft.steps[index]?.fromMs ?? 0;
  return Math.round((from + stepEnd(draft, index)) / 2);
}

/** The nth step in two of the same rate. */
export function splitStep(draft: Draft, index: number): Draft {
  const step = draft.steps[index];
  return step ? addStep(draft, stepMiddle(draft, index), step.rate) : draft;
}

/** Without the nth step: the one before it goes on, or the one behind it begins at 0. The last one stays. */
export function removeStep(draft: Draft, index: number): Draft {
  if (draft.steps.length < 2 || !draft.steps[index]) return draft;
  const [first, ...rest] = draft.steps.toSpliced(index, 1);
  return first ? { ...draft, steps: [{ ...first, fromMs: 0 }, ...rest] } : draft;
}

/** Another length, ms; what lies beyond it is gone. */
export function setLength(draft: Draft, ms: number): Draft {
  const lengthMs = Math.min(MAX_LENGTH_MS, Math.max(MIN_LENGTH_MS, Math.round(ms)));
  if (lengthMs === draft.lengthMs) return draft;
  return {
    ...draft,
    lengthMs,
    steps: draft.steps.filter(({ fromMs }) => fromMs === 0 || fromMs <= lengthMs - MIN_MS),
    outages: draft.outages
      .filter(({ fromMs }) => fromMs <= lengthMs - MIN_MS)
      .map((outage) => (outage.toMs > lengthMs ? { ...outage, toMs: lengthMs } : outage)),
  };
}

/** Whether all begins again at the end. */
export const setRepeats = (draft: Draft, repeats: boolean): Draft =>
  repeats === draft.repeats ? draft : { ...draft, repeats };

/** Another latency or jitter, ms. */
export function setDelay(draft: Draft, field: 'latencyMs' | 'jitterMs', ms: number): Draft {
  return draft[field] === ms ? draft : { ...draft, [field]: ms };
}
