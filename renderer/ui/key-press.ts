import { targetOf } from './key-target';

/** What the focused element does with keys of its own. */
export type KeyTarget = 'page' | 'button' | 'choice' | 'typing' | 'overlay';

/** A key as it goes down; `key` and `code` as in KeyboardEvent. */
export interface KeyPress {
  key: string;
  code: string;
  shift: boolean;
  /** Ctrl, or Cmd on a Mac. */
  command: boolean;
  alt: boolean;
  repeat: boolean;
  target: KeyTarget;
}

/** What a key event says, apart from its page. */
export const pressOf = (event: KeyboardEvent): KeyPress => ({
  key: event.key,
  code: event.code,
  shift: event.shiftKey,
  command: event.ctrlKey || event.metaKey,
  alt: event.altKey,
  repeat: event.repeat,
  target: targetOf(event.target),
});

/** The Latin letter of a key, also on a keyboard whose letters are not Latin. */
export function letterOf({ key, code }: KeyPress): string {
  const latin = /^[a-z]$/i.test(key) ? key : /^Key([A-Z])$/.exec(code)?.[1];
  return latin?.toLowerCase() ?? '';
}
