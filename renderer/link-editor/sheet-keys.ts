import { useEffect, useRef, type KeyboardEvent as ReactKeyboardEvent } from 'react';
import { letterOf, pressOf } from '../ui/key-press';
import { addOutageHere, addStepHere, removeSelected, splitHere } from './commands';
import { goBack, useEditorStore, zoomBy, type EditorStore } from './editor-store';

const TYPING = 'input, textarea, [contenteditable]';

/** The keys of the sheet; those of a field, a menu or a dialog over it are left to them. */
export function useSheetKeys(leave: () => void): (event: ReactKeyboardEvent<HTMLElement>) => void {
  const editor = useEditorStore();
  const left = useRef(leave);
  useEffect(() => {
    left.current = leave;
  });
  useEffect(() => {
    // While a dialog over the sheet closes, nothing has the focus: the room below must not take the keys.
    const down = (event: KeyboardEvent): void => {
      if (event.target !== document.body) return;
      event.stopPropagation();
      if (editor.getState().dialog === null) sheetKey(event, editor, left.current);
    };
    window.addEventListener('keydown', down, true);
    return () => window.removeEventListener('keydown', down, true);
  }, [editor]);
  return ({ nativeEvent, target, currentTarget }) => {
    const inside = target instanceof Element && currentTarget.contains(target);
    if (inside && !nativeEvent.defaultPrevented) sheetKey(nativeEvent, editor, leave);
  };
}

function sheetKey(event: KeyboardEvent, editor: EditorStore, leave: () => void): void {
  const typing = event.target instanceof Element && event.target.matches(TYPING);
  const act = commandOf(event, editor, leave, typing);
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
  const press = pressOf(event);
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
