import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { sameLink } from '../../model/link/spec/spec';
import { stepEnd, type Draft } from './draft';
import { beginHistory, record, redo, undo, type History } from './history';
import { lengthOf, withDraft, type LinkDocument } from './document';
import { showing, viewOf, zoomed, type View } from './view';

/** A step or an outage, by its place. */
export interface Selection {
  kind: 'step' | 'outage';
  index: number;
}

/** One sentence under the drawing: something that is so, or why something was not done. */
export interface Message {
  tone: 'said' | 'refused';
  text: string;
}

export interface EditorState {
  history: History<LinkDocument>;
  /** The page that is kept elsewhere: the one it opened with, or the one saved last. */
  kept: LinkDocument;
  selected: Selection;
  /** Grows when the focus is to go to the selected part. */
  focusAsked: number;
  mode: 'adjust' | 'draw';
  /** The stretch that is shown; null for all of it. */
  view: View | null;
  message: Message | null;
  dialog: 'save' | 'leave' | null;
}

export type EditorStore = StoreApi<EditorState>;

/** The state of one opening of the sheet. */
export function createEditor(page: LinkDocument): EditorStore {
  return createStore<EditorState>()(() => ({
    history: beginHistory(page),
    kept: page,
    selected: { kind: 'step', index: 0 },
    focusAsked: 0,
    mode: 'adjust',
    view: null,
    message: null,
    dialog: null,
  }));
}

/** The page that is shown. */
export const documentIn = (editor: EditorStore): LinkDocument => editor.getState().history.present;

/** True when closing would lose something. */
export const isUnsaved = ({ history, kept }: EditorState): boolean =>
  history.present !== kept && history.present.changed;

/** Makes another page the present one; all of one gesture is one step back. */
export function turnTo(editor: EditorStore, page: LinkDocument, gesture: symbol = Symbol()): void {
  const { history, selected, view } = editor.getState();
  const next = record(history, page, gesture);
  if (next === history) return;
  // Another link is shown from its beginning and as a whole.
  const begins = !sameLink(page.link, history.present.link);
  const seen = begins
    ? fitting(page, { kind: 'step', index: 0 }, null)
    : fitting(page, selected, view);
  editor.setState({ history: next, message: null, ...seen });
}

/** Edits the draft of a page: the present one, or the one that a drag began with. */
export function edit(
  editor: EditorStore,
  change: (draft: Draft) => Draft,
  gesture: symbol = Symbol(),
  from: LinkDocument = documentIn(editor),
): void {
  if (from.draft) turnTo(editor, withDraft(from, change(from.draft)), gesture);
}

/** One step back or forward again. */
export function goBack(editor: EditorStore, way: 'undo' | 'redo'): void {
  const { history, selected, view } = editor.getState();
  const next = way === 'undo' ? undo(history) : redo(history);
  editor.setState({ history: next, message: null, ...fitting(next.present, selected, view) });
}

/** A selection that exists, and a view inside of what is drawn. */
function fitting(
  page: LinkDocument,
  selected: Selection,
  view: View | null,
): Pick<EditorState, 'selected' | 'view'> {
  const count = (kind: Selection['kind']): number =>
    (kind === 'step' ? page.draft?.steps.length : page.draft?.outages.length) ?? 0;
  const inside = view && view.toMs > lengthOf(page) ? null : view;
  if (selected.index < count(selected.kind)) return { selected, view: inside };
  const kind = count(selected.kind) > 0 ? selected.kind : 'step';
  return { selected: { kind, index: Math.max(0, count(kind) - 1) }, view: inside };
}

/** Says one sentence under the drawing. */
export function tell(editor: EditorStore, tone: Message['tone'], text: string): void {
  editor.setState({ message: { tone, text } });
}

/** Where the parts of the sheet find their editor. */
export const EditorContext = createContext<EditorStore | null>(null);

/** The editor of the sheet around a component. */
export function useEditorStore(): EditorStore {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('A part of the link editor stands outside of its sheet.');
  return editor;
}

/** A part of the editor's state; the component renders again only when it has changed. */
export function useEditor<T>(select: (state: EditorState) => T): T {
  return useStore(useEditorStore(), select);
}

/** Where a part lies, ms. */
function partSpan(draft: Draft, { kind, index }: Selection): View {
  if (kind === 'step') {
    return { fromMs: draft.steps[index]?.fromMs ?? 0, toMs: stepEnd(draft, index) };
  }
  return draft.outages[index] ?? { fromMs: 0, toMs: 0 };
}

/** Shows `factor` times as much, around a moment or the selected part. */
export function zoomBy(editor: EditorStore, factor: number, aroundMs?: number): void {
  const page = documentIn(editor);
  const lengthMs = lengthOf(page);
  const view = viewOf(editor.getState().view, lengthMs);
  const part = page.draft && partSpan(page.draft, editor.getState().selected);
  const middle = part
    ? Math.max(view.fromMs, Math.min(view.toMs, (part.fromMs + part.toMs) / 2))
    : (view.fromMs + view.toMs) / 2;
  editor.setState({ view: zoomed(view, lengthMs, factor, aroundMs ?? middle) });
}

/** Moves the view so that a part can be seen. */
export function showPart(editor: EditorStore, part: Selection): void {
  const page = documentIn(editor);
  const { view } = editor.getState();
  if (!view || !page.draft) return;
  const { fromMs, toMs } = partSpan(page.draft, part);
  editor.setState({ view: showing(view, lengthOf(page), fromMs, toMs) });
}
