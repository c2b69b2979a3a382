import { say } from '../ui/words';
import { stepAt, type Draft } from './draft';
import { edit, documentIn, tell, turnTo, type EditorStore, type Selection } from './editor-store';
import { addOutage, removeOutage } from './outage-edits';
import { copyOf } from './document';
import { addStep, removeStep, splitStep, stepMiddle } from './step-edits';

/** The rate of a step that is added to one that carries nothing, bytes per second. */
const FROM_NOTHING = 1_000_000;

/** Selects a part and, when asked, gives it the focus. */
export function select(editor: EditorStore, selected: Selection, focus = false): void {
  const { focusAsked } = editor.getState();
  editor.setState({ selected, focusAsked: focus ? focusAsked + 1 : focusAsked });
}

/** Index of the step that the selection lies on. */
function selectedStep(draft: Draft, { kind, index }: Selection): number {
  return kind === 'step' ? index : stepAt(draft, draft.outages[index]?.fromMs ?? 0);
}

/** Edits, then selects what `found` finds in the new draft; says why when nothing could be done. */
function change(
  editor: EditorStore,
  make: (draft: Draft) => Draft,
  found: (draft: Draft) => Selection,
  refusal: string,
): void {
  const before = documentIn(editor).draft;
  if (!before) return;
  edit(editor, make);
  const after = documentIn(editor).draft;
  if (!after || after === before) tell(editor, 'refused', say(refusal));
  else select(editor, found(after), true);
}

const stepFrom =
  (atMs: number) =>
  (draft: Draft): Selection => ({ kind: 'step', index: stepAt(draft, atMs) });

/** A step more at a moment and a rate, as by a double click. */
export function addStepAt(editor: EditorStore, atMs: number, rate: number): void {
  change(editor, (draft) => addStep(draft, atMs, rate), stepFrom(atMs), 'linkEditor.full');
}

/** Half a rate, on a tenth of a megabyte where that is not too coarse. */
function halfOf(rate: number): number {
  const half = rate / 2;
  return half === 0 ? FROM_NOTHING : Math.round(half / 1e5) * 1e5 || half;
}

/** A step more in the second half of the selected one, at half its rate. */
export function addStepHere(editor: EditorStore): void {
  const { draft } = documentIn(editor);
  if (!draft) return;
  const index = selectedStep(draft, editor.getState().selected);
  addStepAt(editor, stepMiddle(draft, index), halfOf(draft.steps[index]?.rate ?? 0));
}

/** The selected step in two. */
export function splitHere(editor: EditorStore): void {
  const { draft } = documentIn(editor);
  if (!draft) return;
  const index = selectedStep(draft, editor.getState().selected);
  const atMs = stepMiddle(draft, index);
  change(editor, (now) => splitStep(now, index), stepFrom(atMs), 'linkEditor.full');
}

/** An outage more, in the middle of the selected step or behind the selected outage. */
export function addOutageHere(editor: EditorStore): void {
  const { draft } = documentIn(editor);
  if (!draft) return;
  const { kind, index } = editor.getState().selected;
  const atMs = kind === 'outage' ? (draft.outages[index]?.toMs ?? 0) + 1 : stepMiddle(draft, index);
  const found = (after: Draft): Selection => {
    const added = after.outages.findIndex((outage) => !draft.outages.includes(outage));
    return { kind: 'outage', index: Math.max(0, added) };
  };
  change(editor, (now) => addOutage(now, atMs), found, 'linkEditor.full');
}

/** Removes what is selected; the step that goes on in its place is selected then. */
export function removeSelected(editor: EditorStore): void {
  const { kind, index } = editor.getState().selected;
  const atMs = documentIn(editor).draft?.outages[index]?.fromMs ?? 0;
  if (kind === 'outage') {
    change(editor, (draft) => removeOutage(draft, index), stepFrom(atMs), 'linkEditor.lastStep');
  } else {
    const found = (): Selection => ({ kind, index: Math.max(0, index - 1) });
    change(editor, (draft) => removeStep(draft, index), found, 'linkEditor.lastStep');
  }
}

/** Makes a copy that can be edited of a curve that is too long for it. */
export function editCopy(editor: EditorStore): void {
  turnTo(editor, copyOf(documentIn(editor)));
}
