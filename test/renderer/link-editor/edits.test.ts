import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MAX_PARTS,
  MAX_RATE,
  partsOf,
  sameDraft,
  stepAt,
  type Draft,
} from '../../../renderer/link-editor/draft';
import { beginHistory, record, redo, undo } from '../../../renderer/link-editor/history';
import { addOutage, moveOutage, resizeOutage } from '../../../renderer/link-editor/outage-edits';
import {
  addStep,
  moveStart,
  removeStep,
  setLength,
  splitStep,
} from '../../../renderer/link-editor/step-edits';
import { anyDraft, anyEdit, anyEdits, PLAIN } from './arbitrary';

function faults({ steps, outages, lengthMs }: Draft): string[] {
  const found: string[] = [];
  if (steps[0]?.fromMs !== 0) found.push('the first step does not begin at 0');
  steps.forEach(({ fromMs, rate }, i) => {
    if (i > 0 && fromMs <= (steps[i - 1]?.fromMs ?? 0)) found.push(`step ${i} does not ascend`);
    if (fromMs >= lengthMs) found.push(`step ${i} begins behind the end`);
    if (!(rate >= 0 && rate <= MAX_RATE)) found.push(`step ${i} has no rate that can be drawn`);
  });
  outages.forEach(({ fromMs, toMs }, i) => {
    if (!(toMs > fromMs)) found.push(`outage ${i} is turned over`);
    if (fromMs < 0 || toMs > lengthMs) found.push(`outage ${i} reaches out`);
    if (i > 0 && fromMs <= (outages[i - 1]?.toMs ?? 0)) found.push(`outage ${i} touches another`);
  });
  return found;
}

describe('edits', () => {
  it('leave a draft ascending, apart and within bounds, whatever they are asked', () => {
    fc.assert(
      fc.property(anyEdits, (edits) => {
        let draft = PLAIN;
        for (const edit of edits) {
          draft = edit(draft);
          expect(faults(draft)).toEqual([]);
        }
        expect(partsOf(draft)).toBeLessThanOrEqual(MAX_PARTS);
      }),
    );
  });

  it('are taken back exactly, and done again exactly', () => {
    fc.assert(
      fc.property(anyEdits, (edits) => {
        let history = beginHistory(PLAIN);
        const seen = [PLAIN];
        for (const edit of edits) {
          const next = edit(history.present);
          history = record(history, next, Symbol());
          if (next !== seen.at(-1)) seen.push(next);
        }
        for (const before of seen.toReversed().slice(1)) {
          history = undo(history);
          expect(history.present).toBe(before);
        }
        expect(undo(history)).toEqual(history);
        for (const after of seen.slice(1)) {
          history = redo(history);
          expect(history.present).toBe(after);
        }
      }),
    );
  });

  it('of one gesture are one step back, and a drag that comes back to its beginning is none', () => {
    fc.assert(
      fc.property(anyDraft, fc.array(anyEdit, { minLength: 1, maxLength: 6 }), (draft, edits) => {
        const drag = Symbol();
        let history = beginHistory(draft);
        for (const edit of edits) history = record(history, edit(draft), drag);
        expect(undo(history).present).toBe(draft);
        history = record(history, draft, drag);
        expect(history).toMatchObject({ past: [], present: draft });
      }),
    );
  });

  it('return the draft itself when nothing changes', () => {
    fc.assert(
      fc.property(anyDraft, anyEdit, (draft, edit) => {
        const next = edit(draft);
        const again = edit(next);
        if (sameDraft(next, draft)) expect(sameDraft(again, draft)).toBe(true);
      }),
    );
    expect(moveStart(PLAIN, 0, 5000)).toBe(PLAIN);
    expect(removeStep(PLAIN, 0)).toBe(PLAIN);
    expect(setLength(PLAIN, 60_000)).toBe(PLAIN);
  });
});

describe('single edits', () => {
  const three = addStep(addStep(PLAIN, 10_000, 0), 15_000, 2e6);

  it('add a step to the end of the one that was there', () => {
    expect(three.steps).toEqual([
      { fromMs: 0, rate: 1_300_000 },
      { fromMs: 10_000, rate: 0 },
      { fromMs: 15_000, rate: 2_000_000 },
    ]);
    expect([0, 9999, 10_000, 40_000].map((t) => stepAt(three, t))).toEqual([0, 0, 1, 2]);
  });

  it('move a start between its neighbours only', () => {
    expect(moveStart(three, 1, 99_000).steps[1]?.fromMs).toBe(14_950);
    expect(moveStart(three, 1, -9).steps[1]?.fromMs).toBe(50);
  });

  it('split, and remove the first: the next begins at 0', () => {
    expect(splitStep(PLAIN, 0).steps.map(({ fromMs }) => fromMs)).toEqual([0, 30_000]);
    expect(removeStep(three, 0).steps).toEqual([
      { fromMs: 0, rate: 0 },
      { fromMs: 15_000, rate: 2_000_000 },
    ]);
  });

  it('put an outage where there is room, and stop it at its neighbour', () => {
    const one = addOutage(PLAIN, 12_000);
    expect(one.outages).toEqual([{ fromMs: 11_000, toMs: 13_000 }]);
    const two = addOutage(one, 12_500);
    expect(two.outages[1]).toEqual({ fromMs: 13_050, toMs: 15_050 });
    expect(moveOutage(two, 0, 40_000).outages[0]).toEqual({ fromMs: 11_000, toMs: 13_000 });
    expect(resizeOutage(two, 1, 'toMs', 90_000).outages[1]?.toMs).toBe(60_000);
    expect(resizeOutage(two, 1, 'fromMs', 90_000).outages[1]?.fromMs).toBe(15_000);
  });
});
