import { useEffect, useState, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import { useStore } from 'zustand';
import { secondsFigure } from '../../../model/figures';
import { say } from '../../ui/words';
import { cutHand, actOnLink, type CutAction } from './cut-hand';
import { session, useRunState, useSession } from '../../session/session';
/** How often the seconds on the button change, ms. */
const SECONDS_MS = 100;

/** Cuts the link while it is held: by pointer, by Space or Enter when focused, or by C anywhere. */
export function CutButton() {
  const cut = useRunState((s) => s?.cut ?? false);
  const running = useRunState((s) => s?.phase === 'running');
  const latched = useStore(cutHand, (hand) => hand.latched);
  const key = cut ? (latched ? 'latched' : 'held') : running ? 'ready' : 'idle';
  return (
    <button
      className="cut"
      aria-pressed={cut}
      aria-disabled={!running && !cut}
      onPointerDown={press}
      onPointerUp={() => cutLink('release')}
      onPointerCancel={() => cutLink('release')}
      onKeyDown={keyDown}
      onKeyUp={keyUp}
      onClick={click}
    >
      <svg viewBox="0 0 26 26" aria-hidden="true">
        <path d="M2 13h7M17 13h7M10 6l2.5 14M16 6l-2.5 14" />
      </svg>
      <span>
        <strong>{cut ? <CutFor /> : say('link.cut')}</strong>
        <span>{say(`link.cutHow.${key}`)}</span>
      </span>
      <kbd>{latched ? say('link.cutLatchKey') : say('link.cutKey')}</kbd>
    </button>
  );
}

function press(event: PointerEvent<HTMLButtonElement>): void {
  if (event.button !== 0) return;
  event.currentTarget.setPointerCapture(event.pointerId);
  cutLink(event.shiftKey ? 'latch' : 'press');
}

const holds = ({ key }: KeyboardEvent): boolean => key === ' ' || key === 'Enter';

function keyDown(event: KeyboardEvent): void {
  if (!holds(event)) return;
  event.preventDefault();
  if (!event.repeat) cutLink(event.shiftKey ? 'latch' : 'press');
}

function keyUp(event: KeyboardEvent): void {
  if (!holds(event)) return;
  event.preventDefault();
  cutLink('release');
}

/** A click without a pointer comes from assistive technology, which cannot hold. */
function click(event: MouseEvent): void {
  if (event.detail === 0) cutLink('latch');
}

/** "Link cut 6.0 s", counting. */
function CutFor() {
  const [forMs, setForMs] = useState(handCutMs);
  useEffect(() => {
    const timer = setInterval(() => setForMs(handCutMs()), SECONDS_MS);
    return () => clearInterval(timer);
  }, []);
  return say('link.cutFor', { time: secondsFigure(Math.max(1, forMs)) });
}

/** How long the hand has held the link cut, ms of the run's clock. */
function handCutMs(): number {
  const { run } = session.getState();
  const last = run?.outages().findLast(({ byHand }) => byHand);
  return run && last ? run.nowMs() - last.fromMs : 0;
}

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
