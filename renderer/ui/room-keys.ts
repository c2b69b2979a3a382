import { useEffect } from 'react';
import { letterOf, pressOf } from './key-press';

/** The keys of a room besides those of every room: a letter (lower case) or a named key such as Enter. */
export type RoomKeys = Readonly<Record<string, () => void>>;

/** Follows a room's own keys while it is shown; keys that belong to the focused element are left to it. */
export function useRoomKeys(keys: RoomKeys): void {
  useEffect(() => {
    const down = (event: KeyboardEvent): void => {
      const press = pressOf(event);
      const { target } = press;
      if (event.defaultPrevented || press.command || press.alt || press.repeat) return;
      if (target === 'typing' || target === 'overlay') return;
      if (press.key === 'Enter' && target !== 'page') return;
      const act = keys[press.key] ?? keys[letterOf(press)];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', down);
    return () => window.removeEventListener('keydown', down);
  }, [keys]);
}
