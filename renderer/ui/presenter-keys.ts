import type { PresenterCommand } from '../../electron/ipc/presenter-requests';
import type { KeyBinding } from './key-bindings';

interface PresenterKey extends Omit<KeyBinding, 'act' | 'release'> {
  command: PresenterCommand;
  /** What letting it go does. */
  released?: PresenterCommand;
}

/** The keys of the stage, which its notes hear as well; a clicker sends PageUp, PageDown, B and the full stop. */
const PRESENTER_KEYS: readonly PresenterKey[] = [
  { key: 'PageDown', command: 'next', help: 'presenterNext' },
  { key: 'PageUp', command: 'previous', help: 'presenterNext' },
  { key: ' ', shift: 'any', command: 'run', help: 'startOrPause' },
  { key: '.', command: 'hold', help: 'hold' },
  { key: 'b', command: 'blank', help: 'blank' },
  ...([1, 2, 3, 4, 5, 6, 0] as const).map((digit) => ({
    key: String(digit),
    shift: 'any' as const,
    command: `highlight-${digit}` as const,
    help: 'station',
  })),
  { key: 'c', command: 'cut', released: 'restore', help: 'cut' },
  { key: 'c', shift: true, command: 'latch', help: 'latch' },
  { key: 'r', command: 'restart', help: 'restart' },
  { key: 'ArrowLeft', command: 'back', help: 'step', repeats: true },
  { key: 'ArrowRight', command: 'on', help: 'step', repeats: true },
  { key: 'n', command: 'notes', help: 'notes' },
  { key: 's', command: 'swap', help: 'swapScreens' },
  { key: 'd', command: 'theme', help: 'theme' },
  { key: 'p', command: 'end', help: 'presenter' },
  { key: 'Escape', shift: 'any', command: 'end', help: 'presenter' },
];

/** The bindings of these keys, each of which says its command. */
export function presenterBindings(say: (command: PresenterCommand) => void): KeyBinding[] {
  return PRESENTER_KEYS.map(({ command, released, ...key }) => ({
    ...key,
    act: () => say(command),
    ...(released && { release: () => say(released) }),
  }));
}
