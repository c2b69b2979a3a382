import { linkCurve } from '../../model/link/link';
import { DEFAULT_RATE, LINK_PRESETS, stepsSpec } from '../../model/link/spec/presets';
import type { LinkSpec, RateCurve } from '../../model/link/types';
import { linkTitle } from '../link/link-title';
import { countFigure } from '../../model/figures';
import { say } from '../ui/words';
import { MAX_PARTS, partsOf, sameDraft, type Draft } from './draft';
import { curveOfDraft, draftOfCurve, drawnLength } from './draft-curve';
import { resample } from './resample';

/** What the sheet shows at one moment; it never changes, the next one takes its place. */
export interface LinkDocument {
  /** What it began as, for people. */
  title: string;
  /** The link that it began as. */
  link: LinkSpec;
  /** True once it is another link. */
  changed: boolean;
  /** What can be edited; null for a curve of too many steps. */
  draft: Draft | null;
  /** The curve that is too long to edit; null when there is a draft. */
  long: RateCurve | null;
  latencyMs: number;
  jitterMs: number;
  /** What there is to know about where it came from. */
  note: string | null;
}

/** A curve of more steps is not tried as a draft, ever so much silence in it. */
const SURELY_LONG = 20_000;

/** A link as a page of the editor: drawn for this seed; one without a limit starts as a steady one. */
export function documentOf(spec: LinkSpec, seed: number, note: string | null): LinkDocument {
  const { latencyMs, jitterMs } = spec;
  const common = { title: linkTitle(spec), link: spec, latencyMs, jitterMs };
  if (spec.kind === 'unlimited') {
    const steady = { ...LINK_PRESETS.steady(DEFAULT_RATE), latencyMs, jitterMs };
    return documentOf(steady, seed, say('linkEditor.notes.unlimited'));
  }
  const curve = linkCurve(spec, seed);
  const short = curve.fromMs.length <= SURELY_LONG;
  const draft = short ? draftOfCurve(curve, latencyMs, jitterMs) : null;
  const fits = draft !== null && partsOf(draft) <= MAX_PARTS;
  return {
    ...common,
    changed: false,
    draft: fits ? draft : null,
    long: fits ? null : curve,
    note: note ?? seedNote(spec, seed),
  };
}

function seedNote(spec: LinkSpec, seed: number): string | null {
  const byLot = spec.kind === 'unstable' || spec.laterMs > 0 || spec.longerMs > 0;
  return byLot ? say('linkEditor.notes.seed', { seed }) : null;
}

/** The page with another draft; the same page when the draft is the same. */
export function withDraft(page: LinkDocument, draft: Draft): LinkDocument {
  if (draft === page.draft || (page.draft && sameDraft(draft, page.draft))) return page;
  const { latencyMs, jitterMs } = draft;
  return { ...page, draft, long: null, latencyMs, jitterMs, changed: true };
}

/** A long curve as a page that can be edited, with what the copy lost. */
export function copyOf(page: LinkDocument): LinkDocument {
  if (!page.long) return page;
  const copy = resample(page.long, page.latencyMs, page.jitterMs);
  const note = say('linkEditor.notes.copied', {
    before: countFigure(copy.before),
    after: String(partsOf(copy.draft)),
    cell: String(copy.cellMs / 1000),
  });
  const lost =
    copy.lostOutages > 0
      ? ` ${say('linkEditor.notes.lostOutages', { count: copy.lostOutages })}`
      : '';
  return { ...withDraft(page, copy.draft), note: `${note}${lost}` };
}

/** The rate that a page means, for drawing and counting. */
export const curveOfDocument = ({ draft, long }: LinkDocument): RateCurve =>
  draft ? curveOfDraft(draft) : (long ?? EMPTY);

const EMPTY: RateCurve = {
  fromMs: new Float64Array(1),
  rate: new Float64Array(1),
  periodMs: Infinity,
};

/** How far a page is drawn, ms. */
export function lengthOf({ draft, long }: LinkDocument): number {
  if (draft) return draft.lengthMs;
  if (!long) return 0;
  return long.periodMs === Infinity ? drawnLength(long.fromMs.at(-1) ?? 0) : long.periodMs;
}

/** The page's link as one of kind steps, whatever it was made from; a long curve as well. */
export function stepsLink(page: LinkDocument): LinkSpec {
  const { latencyMs, jitterMs } = page;
  return { ...stepsSpec(curveOfDocument(page)), latencyMs, jitterMs };
}

/** The link of a page: the one that it began as, as long as nothing was changed. */
export const linkOf = (page: LinkDocument): LinkSpec =>
  page.changed ? stepsLink(page) : page.link;
