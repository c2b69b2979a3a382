import { session } from '../session/session';
import { rooms, type Room } from '../window/rooms';

/** Runs shows the run of Compare beside the one that was opened. */
const showsRun = (room: Room): boolean => room === 'compare' || room === 'runs';

/**
 * A run stands while its room is not shown: nobody watches it, and what another room measures is its own. A camera
 * is let go, and is there again when the room is.
 */
export function followRooms(): void {
  rooms.subscribe((now, before) => {
    if (now.room === before.room) return;
    if (showsRun(before.room) && !showsRun(now.room)) session.getState().suspend();
    if (showsRun(now.room)) session.getState().resume();
  });
}
