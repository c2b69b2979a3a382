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

/** Pop-ups, menus and sheets: while one has the focus, the keys are its own. */
const OVERLAY = '[role="dialog"], [role="menu"], [role="listbox"], [aria-modal="true"]';
const CHOICE =
  'input[type="radio"], [role="radio"], [role="slider"], input[type="range"], [role="tab"], [role="option"]';
const BUTTON = 'button, summary, [role="button"], input[type="checkbox"], input[type="button"]';
/** A button that has opened something keeps the focus, to get it back when that closes. */
const OPENER = '[aria-haspopup], [aria-expanded="true"]';
const TYPING = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/** What the focused element does with keys of its own. */
export function targetOf(element: EventTarget | null): KeyTarget {
  if (!(element instanceof Element)) return 'page';
  if (element.closest(OVERLAY)) return 'overlay';
  if (element.closest(CHOICE)) return 'choice';
  if (element.closest(BUTTON)) return 'button';
  return element.closest(TYPING) ? 'typing' : 'page';
}

/** Takes the focus off a button or a choice on the page, but not off one that has opened something. */
export function givesFocusBack(element: Element | null): void {
  const target = targetOf(element);
  if (target !== 'button' && target !== 'choice') return;
  if (element instanceof HTMLElement && !element.matches(OPENER)) element.blur();
}
