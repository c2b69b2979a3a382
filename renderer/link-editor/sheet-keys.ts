import type { KeyboardEvent } from 'react';
import { letterOf, pressOf } from '../ui/key-press';
import { addOutageHere, addStepHere, removeSelected, splitHere } from './commands';
import { goBack, type EditorStore } from './editor-store';
import { zoomBy } from './zoom';

const TYPING = 'input, textarea, [contenteditable]';

/** The keys of the sheet; those of a field, a menu or a dialog over it are left to them. */
export function sheetKey(
  event: KeyboardEvent<HTMLElement>,
  editor: EditorStore,
  leave: () => void,
): void {
  const { target, currentTarget } = event;
  if (event.defaultPrevented || !(target instanceof Element) || !currentTarget.contains(target))
    return;
  const act = commandOf(event, editor, leave, target.matches(TYPING));
  if (!act) return;
  event.preventDefault();
  act();
}

function commandOf(
  event: KeyboardEvent,
  editor: EditorStore,
  leave: () => void,
  typing: boolean,
): (() => void) | null {
  const press = pressOf(event.nativeEvent);
  const letter = letterOf(press);
  if (press.key === 'Escape') return leave;
  if (typing || press.alt) return null;
  if (press.command) {
    if (letter === 'z') return () => goBack(editor, press.shift ? 'redo' : 'undo');
    return letter === 'y' ? () => goBack(editor, 'redo') : null;
  }
  if (press.key === '+' || press.key === '=') return () => zoomBy(editor, 0.5);
  if (press.key === '-') return () => zoomBy(editor, 2);
  if (press.repeat) return null;
  if (press.key === 'Delete' || press.key === 'Backspace') return () => removeSelected(editor);
  if (press.shift) return null;
  if (letter === 'n') return () => addStepHere(editor);
  if (letter === 's') return () => splitHere(editor);
  if (letter === 'o') return () => addOutageHere(editor);
  if (letter === 'f') {
    const { mode } = editor.getState();
    return () => editor.setState({ mode: mode === 'draw' ? 'adjust' : 'draw' });
  }
  return null;
}
