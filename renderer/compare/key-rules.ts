import type { LinkPreset } from '../../model/link/spec/spec';
import { ROOMS, type Room } from '../window/rooms';
import { letterOf, type KeyPress } from '../ui/key-press';
import { PRESETS } from '../link/link-choice';
import type { RunPhase } from '../../model/run/run-view';

/** What a key asks for. */
export type KeyCommand =
  | { do: 'start-or-pause' | 'restart' | 'cut' | 'latch' | 'open' | 'camera' }
  /** Of lanes that have fallen behind a camera. */
  | { do: 'skip-to-live' | 'stay-behind' }
  | {
      do:
        | 'presenter'
        | 'leave'
        | 'theme'
        | 'full-screen'
        | 'help'
        | 'settings'
        | 'edit-link'
        | 'predicted';
    }
  | { do: 'step'; ms: number }
  | { do: 'preset'; preset: LinkPreset }
  | { do: 'room'; room: Room };

/** One press of an arrow steps this far through what was recorded, ms. */
export const STEP_MS = 1000;

const LETTERS: Record<string, KeyCommand> = {
  r: { do: 'restart' },
  p: { do: 'presenter' },
  d: { do: 'theme' },
  f: { do: 'full-screen' },
  s: { do: 'settings' },
  l: { do: 'edit-link' },
  m: { do: 'predicted' },
  v: { do: 'camera' },
  j: { do: 'skip-to-live' },
  k: { do: 'stay-behind' },
};

/** The command of a key, or null when it is none or belongs to the focused element. */
export function commandOf(press: KeyPress, phase: RunPhase | null): KeyCommand | null {
  const letter = letterOf(press);
  if (press.command) {
    if (press.alt || press.shift) return null;
    const room = ROOMS[digitOf(press) - 1];
    return letter === 'o' ? { do: 'open' } : room ? { do: 'room', room } : null;
  }
  if (press.alt || press.target === 'typing' || press.target === 'overlay') return null;
  const step = stepOf(press, phase);
  if (step) return step;
  if (press.repeat) return null;
  if (press.key === 'Escape') return { do: 'leave' };
  if (press.key === '?') return { do: 'help' };
  // A radio or a slider that has the focus has nothing to do for Space; a button has.
  if (press.key === ' ') return press.target === 'button' ? null : { do: 'start-or-pause' };
  if (letter === 'c') return { do: press.shift ? 'latch' : 'cut' };
  if (press.shift) return null;
  const preset = presetOf(press);
  return preset ? { do: 'preset', preset } : (LETTERS[letter] ?? null);
}

const EVERYWHERE: readonly KeyCommand['do'][] = [
  'open',
  'leave',
  'theme',
  'full-screen',
  'help',
  'room',
];

/** True for a command that means the same in every room. */
export function isForEveryRoom(command: KeyCommand): boolean {
  return EVERYWHERE.includes(command.do);
}

/** True for a key that would scroll the page if nobody took it. */
export function scrolls({ key, target }: KeyPress): boolean {
  return target === 'page' && [' ', 'ArrowLeft', 'ArrowRight'].includes(key);
}

function stepOf({ key, target, shift }: KeyPress, phase: RunPhase | null): KeyCommand | null {
  if (phase !== 'paused' || shift || target === 'choice') return null;
  if (key === 'ArrowLeft') return { do: 'step', ms: -STEP_MS };
  if (key === 'ArrowRight') return { do: 'step', ms: STEP_MS };
  return null;
}

function presetOf(press: KeyPress): LinkPreset | undefined {
  return PRESETS[digitOf(press) - 1];
}

/** 1 to 9, or NaN; by place as well as by name: with some layouts a digit needs Shift. */
function digitOf({ key, code }: KeyPress): number {
  return Number(/^[1-9]$/.test(key) ? key : /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1]);
}
