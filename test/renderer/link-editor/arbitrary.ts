import fc from 'fast-check';
import type { Draft } from '../../../renderer/link-editor/draft';
import { drawStroke, handGrid, strokeOn } from '../../../renderer/link-editor/freehand';
import {
  addOutage,
  moveOutage,
  removeOutage,
  resizeOutage,
} from '../../../renderer/link-editor/outage-edits';
import {
  addStep,
  moveStart,
  removeStep,
  setDelay,
  setLength,
  setLevel,
  setRepeats,
  splitStep,
} from '../../../renderer/link-editor/step-edits';

/** A draft of one step, a minute long. */
export const PLAIN: Draft = {
  steps: [{ fromMs: 0, rate: 1_300_000 }],
  outages: [],
  lengthMs: 60_000,
  repeats: false,
  latencyMs: 0,
  jitterMs: 0,
};

export type Edit = (draft: Draft) => Draft;

const index = fc.nat(8);
const rate = fc.double({ min: -1e6, max: 3e7, noNaN: true });
const ms = fc.double({ min: -5000, max: 130_000, noNaN: true });

/** Any one edit, sensible or not. */
export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(index, rate).map(
    ([i, r]): Edit =>
      (d) =>
        setLevel(d, i, r),
  ),
  fc.tuple(index, ms).map(
    ([i, t]): Edit =>
      (d) =>
        moveStart(d, i, t),
  ),
  fc.tuple(ms, rate).map(
    ([t, r]): Edit =>
      (d) =>
        addStep(d, t, r),
  ),
  index.map(
    (i): Edit =>
      (d) =>
        splitStep(d, i),
  ),
  index.map(
    (i): Edit =>
      (d) =>
        removeStep(d, i),
  ),
  ms.map(
    (t): Edit =>
      (d) =>
        addOutage(d, t),
  ),
  fc.tuple(index, ms).map(
    ([i, t]): Edit =>
      (d) =>
        moveOutage(d, i, t),
  ),
  fc.tuple(index, fc.constantFrom('fromMs' as const, 'toMs' as const), ms).map(
    ([i, edge, t]): Edit =>
      (d) =>
        resizeOutage(d, i, edge, t),
  ),
  index.map(
    (i): Edit =>
      (d) =>
        removeOutage(d, i),
  ),
  fc.double({ min: 0, max: 200_000, noNaN: true }).map(
    (t): Edit =>
      (d) =>
        setLength(d, t),
  ),
  fc.boolean().map(
    (on): Edit =>
      (d) =>
        setRepeats(d, on),
  ),
  fc.nat(500).map(
    (t): Edit =>
      (d) =>
        setDelay(d, 'latencyMs', t),
  ),
  fc.array(fc.tuple(ms, rate), { minLength: 2, maxLength: 5 }).map((points): Edit => (d) => {
    const gridMs = handGrid(d.lengthMs);
    const hand = points.map(([tMs, r]) => ({ tMs, rate: r }));
    let stroke: ReadonlyMap<number, number> = new Map();
    hand.slice(1).forEach((to, i) => {
      stroke = strokeOn(stroke, hand[i] ?? to, to, gridMs);
    });
    return drawStroke(d, stroke, gridMs);
  }),
);

export const anyEdits = fc.array(anyEdit, { maxLength: 20 });

/** A draft as edits make it. */
export const anyDraft = anyEdits.map((edits) => edits.reduce((draft, edit) => edit(draft), PLAIN));
