import { stepEnd, type Draft } from './draft';
import { pageIn, type EditorStore, type Part } from './editor-store';
import { lengthOf } from './document';

/** The stretch of time that is shown, ms. */
export interface View {
  fromMs: number;
  toMs: number;
}

/** The narrowest view, ms. */
const MIN_MS = 2000;

/** A view `factor` times as wide around a moment; null for all of lengthMs. */
export function zoomed(
  view: View,
  lengthMs: number,
  factor: number,
  aroundMs: number,
): View | null {
  const width = Math.max(MIN_MS, (view.toMs - view.fromMs) * factor);
  if (width >= lengthMs) return null;
  const share = (aroundMs - view.fromMs) / (view.toMs - view.fromMs);
  return placed(aroundMs - share * width, width, lengthMs);
}

/** The view moved along by so much, inside of [0, lengthMs]. */
export function panned(view: View, lengthMs: number, byMs: number): View {
  return placed(view.fromMs + byMs, view.toMs - view.fromMs, lengthMs);
}

/** The view moved as little as shows a stretch, or its beginning when it is wider. */
export function showing(view: View, lengthMs: number, fromMs: number, toMs: number): View {
  if (fromMs < view.fromMs) return panned(view, lengthMs, fromMs - view.fromMs);
  if (toMs <= view.toMs) return view;
  return panned(view, lengthMs, Math.min(toMs - view.toMs, fromMs - view.fromMs));
}

function placed(fromMs: number, width: number, lengthMs: number): View {
  const from = Math.max(0, Math.min(lengthMs - width, fromMs));
  return { fromMs: from, toMs: from + width };
}

const STEPS_S = [0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14_400];

/** Ticks of a view, seconds, at most `most` and on round numbers. */
export function viewTicks({ fromMs, toMs }: View, most: number): number[] {
  const step = STEPS_S.find((each) => (toMs - fromMs) / 1000 / each <= most) ?? 21_600;
  const ticks: number[] = [];
  for (let i = Math.ceil(fromMs / 1000 / step); i * step <= toMs / 1000 + 1e-9; i += 1) {
    ticks.push(Number((i * step).toPrecision(12)));
  }
  return ticks;
}

/** The stretch that is shown, ms. */
export const viewOf = (view: View | null, lengthMs: number): View =>
  view ?? { fromMs: 0, toMs: lengthMs };

/** Where a part lies, ms. */
export function partSpan(draft: Draft, { kind, index }: Part): View {
  if (kind === 'step') {
    return { fromMs: draft.steps[index]?.fromMs ?? 0, toMs: stepEnd(draft, index) };
  }
  return draft.outages[index] ?? { fromMs: 0, toMs: 0 };
}

/** Shows `factor` times as much, around a moment or the selected part. */
export function zoomBy(editor: EditorStore, factor: number, aroundMs?: number): void {
  const page = pageIn(editor);
  const lengthMs = lengthOf(page);
  const view = viewOf(editor.getState().view, lengthMs);
  const part = page.draft && partSpan(page.draft, editor.getState().selected);
  const middle = part
    ? Math.max(view.fromMs, Math.min(view.toMs, (part.fromMs + part.toMs) / 2))
    : (view.fromMs + view.toMs) / 2;
  editor.setState({ view: zoomed(view, lengthMs, factor, aroundMs ?? middle) });
}

/** Moves the view so that a part can be seen. */
export function showPart(editor: EditorStore, part: Part): void {
  const page = pageIn(editor);
  const { view } = editor.getState();
  if (!view || !page.draft) return;
  const { fromMs, toMs } = partSpan(page.draft, part);
  editor.setState({ view: showing(view, lengthOf(page), fromMs, toMs) });
}
