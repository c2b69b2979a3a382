import { useEffect } from 'react';
import { session } from '../session/session';
import { toggleTheme } from '../session/theme';
import { followKeys, useKeyBindings, type KeyBinding } from '../ui/key-bindings';
import { togglePanel } from '../window/panels';
import { isHidden } from '../window/profile';
import { ROOM_DIGIT, rooms, ROOMS } from '../window/rooms';

/** The keys that mean the same in every room. */
export const WINDOW_KEYS: readonly KeyBinding[] = [
  ...ROOMS.map((room) => ({
    key: String(ROOM_DIGIT[room]),
    mod: true,
    help: `room.${room}`,
    when: () => !isHidden(room),
    act: () => rooms.getState().go(room),
  })),
  { key: 'o', mod: true, help: 'open', act: () => void session.getState().chooseFile() },
  { key: 'd', help: 'theme', act: toggleTheme },
  { key: 'f', help: 'fullScreen', act: toggleFullScreen },
  { key: 'Escape', shift: 'any', help: 'leave', act: leave },
  { key: '?', shift: 'any', help: 'help', act: () => togglePanel('help') },
];

/** Listens to the keys of every room and of the window; mount it once. */
export function useWindowKeys(): void {
  useKeyBindings('window', WINDOW_KEYS);
  useEffect(() => {
    const stop = followKeys(window);
    return stop;
  }, []);
}

function toggleFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen();
}

/** Esc takes away what stands in front: a refusal, then full screen; the presenter has an Esc of its own. */
function leave(): void {
  const { refusal, dismissRefusal } = session.getState();
  if (refusal) dismissRefusal();
  else if (document.fullscreenElement) void document.exitFullscreen();
}
