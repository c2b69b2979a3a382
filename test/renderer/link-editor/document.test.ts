import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLink } from '../../../model/link/link';
import { formatLinkSpec, parseLinkSpec } from '../../../model/link/spec/spec';
import { sameDraft } from '../../../renderer/link-editor/draft';
import {
  copyOf,
  lengthOf,
  documentOf,
  linkOf,
  type LinkDocument,
  withDraft,
} from '../../../renderer/link-editor/document';
import { addOutage, removeOutage } from '../../../renderer/link-editor/outage-edits';
import { setLevel, setRepeats } from '../../../renderer/link-editor/step-edits';
import { anyDraft } from './arbitrary';

const page = (text: string, seed = 1) => documentOf(parseLinkSpec(text), seed, null);
const textOf = (page: LinkDocument): string => formatLinkSpec(linkOf(page));
const edited = (text: string) => {
  const begun = page(text);
  if (!begun.draft) throw new Error('no draft');
  return { begun, draft: begun.draft };
};

describe('a page', () => {
  it('keeps the text it began with until something changes', () => {
    const { begun, draft } = edited('dropouts:1.3MB/s@12-17,30-37;latency=80ms');
    expect(textOf(begun)).toBe('dropouts:1.3MB/s@12-17,30-37;latency=80ms');
    expect(withDraft(begun, { ...draft })).toBe(begun);
    const changed = withDraft(begun, setLevel(draft, 0, 2e6));
    expect(textOf(changed)).toBe('steps:0=2MB/s,12=0,17=2MB/s,30=0,37=2MB/s;latency=80ms');
  });

  it('says the SPEC of what was drawn, in the form of the grammar', () => {
    const text = 'steps:0=1.3MB/s,10=0,15=1.3MB/s;repeat=60s';
    const { begun, draft } = edited(text);
    expect(draft.outages).toEqual([{ fromMs: 10_000, toMs: 15_000 }]);
    const away = withDraft(begun, removeOutage(draft, 0));
    expect(textOf(away)).toBe('steps:0=1.3MB/s;repeat=60s');
    const back = withDraft(away, addOutage(removeOutage(draft, 0), 12_500));
    expect(textOf(back)).toBe('steps:0=1.3MB/s,11.5=0,13.5=1.3MB/s;repeat=60s');
  });

  it('round-trips: what is read back from its text is the same link, and its text is the same', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const { begun } = edited('constant:1.3MB/s');
        const text = textOf({ ...withDraft(begun, draft), changed: true });
        const again = page(text);
        expect(textOf({ ...again, changed: true })).toBe(text);
        expect(formatLinkSpec(parseLinkSpec(text))).toBe(text);
      }),
    );
  });

  it('draws the link of its seed, and says so', () => {
    const text = 'dropouts:1.3MB/s@12-17;later=5s;longer=2s';
    const drawn = page(text, 7);
    const outages = createLink(parseLinkSpec(text), 7).outagesUntil(Infinity);
    expect(drawn.draft?.outages).toEqual(outages);
    expect(drawn.note).toContain('seed 7');
    expect(page(text, 8).draft?.outages).not.toEqual(outages);
  });

  it('draws an unstable link with its own period', () => {
    const { begun, draft } = edited('unstable:2MB/s');
    expect(draft.repeats).toBe(true);
    expect(lengthOf(begun)).toBeGreaterThanOrEqual(600_000);
    const link = createLink(parseLinkSpec('unstable:2MB/s'), 1);
    const copy = createLink(parseLinkSpec(textOf(withDraft(begun, { ...draft, latencyMs: 1 }))), 1);
    for (let ms = 0; ms < 1_300_000; ms += 777) expect(copy.rateAt(ms)).toBe(link.rateAt(ms));
  });

  it('starts a link without a limit as a steady one', () => {
    const begun = page('unlimited;latency=20ms');
    expect(textOf(begun)).toBe('constant:1.3MB/s;latency=20ms');
    expect(begun.note).not.toBeNull();
  });

  it('shows a curve of too many steps as it is; a copy of it can be edited', () => {
    const steps = Array.from({ length: 1000 }, (_, i) => `${i}=0.${(i % 7) + 1}MB/s`).join(',');
    const long = page(`steps:${steps}`);
    expect(long.draft).toBeNull();
    expect(textOf(long) === `steps:${steps}`).toBe(true);
    const copy = copyOf(long);
    expect(copy.draft?.steps.length).toBeLessThanOrEqual(240);
    expect(copy.note).toContain('1,000 steps');
    expect(copy.changed).toBe(true);
    if (copy.draft) expect(sameDraft(setRepeats(copy.draft, false), copy.draft)).toBe(true);
  });
});
