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

/** "1" to "9", by place as well as by name: with some layouts a digit needs Shift; "" for another key. */
export function digitOf({ key, code }: KeyPress): string {
  return /^[1-9]$/.test(key) ? key : (/^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? '');
}

/** Pop-ups, menus and sheets: while one has the focus, the keys are its own. */
const OVERLAY = '[role="dialog"], [role="menu"], [role="listbox"], [aria-modal="true"]';
const CHOICE =
  'input[type="radio"], [role="radio"], [role="slider"], input[type="range"], [role="tab"], [role="option"]';
const BUTTON = 'button, summary, [role="button"], input[type="checkbox"], input[type="button"]';
/**
 * Controls that keep the focus after a click: a button that has opened something, to get the focus back
 * when that closes, and a slider whose keys go on from where the pointer has left it.
 */
const KEEPS_FOCUS = '[aria-haspopup], [aria-expanded="true"], [data-keeps-focus]';
const TYPING = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/** What the focused element does with keys of its own. */
function targetOf(element: EventTarget | null): KeyTarget {
  if (!(element instanceof Element)) return 'page';
  if (element.closest(OVERLAY)) return 'overlay';
  if (element.closest(CHOICE)) return 'choice';
  if (element.closest(BUTTON)) return 'button';
  return element.closest(TYPING) ? 'typing' : 'page';
}

/** The control that a click gives the focus to: the one that a clicked label names, else the one that has it. */
export function focusOfClick(target: EventTarget | null): Element | null {
  const label = target instanceof Element ? target.closest('label') : null;
  return label?.control ?? document.activeElement;
}

/** Takes the focus off a button or a choice on the page, unless the control keeps it or has lost it since. */
export function givesFocusBack(element: Element | null): void {
  const target = targetOf(element);
  if (target !== 'button' && target !== 'choice') return;
  if (element !== document.activeElement || !(element instanceof HTMLElement)) return;
  if (!element.matches(KEEPS_FOCUS)) element.blur();
}
