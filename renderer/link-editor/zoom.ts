import { stepEnd, type Draft } from './draft';
import { pageIn, type EditorStore, type Part } from './editor-store';
import { lengthOf } from './document';
import { showing, zoomed, type View } from './view';

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
