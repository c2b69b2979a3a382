import { letterOf, type KeyPress } from '../../ui/key-press';

/** What a key of the scrub page asks for. */
export type ScrubCommand =
  | {
      do:
        | 'toggle'
        | 'back'
        | 'forward'
        | 'note'
        | 'jump'
        | 'break'
        | 'export'
        | 'leave'
        | 'start'
        | 'end';
    }
  | { do: 'step' | 'mark'; direction: 1 | -1 }
  | { do: 'move'; ms: number };

/** One press of an arrow moves this far, ms; with Shift, or Page Up and Down, ten times as far. */
const MOVE_MS = 100;

const LETTERS: Readonly<Record<string, ScrubCommand>> = {
  j: { do: 'back' },
  l: { do: 'forward' },
  n: { do: 'note' },
  g: { do: 'jump' },
  b: { do: 'break' },
  e: { do: 'export' },
};

const KEYS: Readonly<Record<string, ScrubCommand>> = {
  ',': { do: 'step', direction: -1 },
  '.': { do: 'step', direction: 1 },
  '[': { do: 'mark', direction: -1 },
  ']': { do: 'mark', direction: 1 },
  Home: { do: 'start' },
  End: { do: 'end' },
  Escape: { do: 'leave' },
  PageUp: { do: 'move', ms: 10 * MOVE_MS },
  PageDown: { do: 'move', ms: -10 * MOVE_MS },
};

/** The command of a key on the scrub page; null when it is none, or the focused element's own. */
export function scrubCommand(press: KeyPress): ScrubCommand | null {
  const { key, target, shift } = press;
  if (press.command || press.alt || target === 'typing' || target === 'overlay') return null;
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const ms = (shift ? 10 : 1) * (key === 'ArrowLeft' ? -MOVE_MS : MOVE_MS);
    return { do: 'move', ms };
  }
  if (key === ' ') return target === 'button' || press.repeat ? null : { do: 'toggle' };
  const repeated = KEYS[key];
  if (repeated) return repeated;
  return press.repeat || shift ? null : (LETTERS[letterOf(press)] ?? null);
}
