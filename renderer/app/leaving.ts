import { session } from '../session/session';
import { rooms } from '../window/rooms';

/**
 * A run stands while its room is not shown: nobody watches it, and what another room measures is its own. A camera
 * is let go, and is there again when the room is.
 */
export function followRooms(): void {
  rooms.subscribe((now, before) => {
    if (now.room === before.room) return;
    if (before.room === 'compare') session.getState().suspend();
    if (now.room === 'compare') session.getState().resume();
  });
}
