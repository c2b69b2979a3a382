import { useEffect } from 'react';
import { useRunState, useSession, session } from '../../session/session';
import { actOnLink, type CutAction } from './cut-hand';

/** Moves the hand on the link of the session's run; off a run that goes on it does nothing. */
export function cutLink(action: CutAction): void {
  const { run } = session.getState();
  const cuts = action === 'press' || action === 'latch';
  const running = run?.store.getState().phase === 'running';
  if (cuts && !running && !run?.store.getState().cut) return;
  actOnLink(action, (down) => session.getState().setCut(down));
}

/** Lets go when the window loses focus, and when the run is another one or is over. */
export function useLettingGo(): void {
  const run = useSession((s) => s.run);
  const over = useRunState((s) => s?.phase === 'ended');
  useEffect(() => {
    const lose = (): void => cutLink('lose');
    window.addEventListener('blur', lose);
    return () => window.removeEventListener('blur', lose);
  }, []);
  useEffect(() => () => cutLink('reset'), [run]);
  useEffect(() => {
    if (over) cutLink('reset');
  }, [over]);
}
