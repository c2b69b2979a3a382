import { session } from '../compare/session';
import { rooms } from './rooms';

/** A run stands while its room is not shown: nobody watches it, and what another room measures is its own. */
export function pauseOnLeaving(): void {
  rooms.subscribe((now, before) => {
    if (now.room === 'compare' || before.room !== 'compare') return;
    session.getState().run?.pause();
  });
}
