import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useKeyBindings, type KeyBinding } from '../../ui/key-bindings';
import { say } from '../../ui/words';
import { usePage } from './page-context';
import { SaveResult } from './save-result';

interface FooterProps {
  /** What Enter does; null while nothing is to be done but wait. */
  primary: { word: string; act: () => void } | null;
  /** Why Enter does nothing yet; null when it does. */
  reason?: string | null;
  /** What is heard besides, with its key. */
  keys?: readonly KeyBinding[];
  children?: ReactNode;
}

/** What a learner can do at a step: its one main button, what else there is, and the way back and on. */
export function Footer({ primary, reason = null, keys = NO_KEYS, children }: FooterProps) {
  const { step, count, back, forward, leave } = usePage();
  const now = useRef({ primary, reason, back, forward, leave });
  useEffect(() => {
    now.current = { primary, reason, back, forward, leave };
  });
  const bindings = useMemo(
    (): KeyBinding[] => [
      ...keys,
      {
        key: 'Enter',
        help: 'lessonMain',
        // A button that has the focus is pressed itself; a choice and a number are left with it.
        leaves: ['button', 'overlay'],
        when: () => !(document.activeElement instanceof HTMLTextAreaElement),
        act: () => {
          if (now.current.reason === null) now.current.primary?.act();
        },
      },
      {
        key: 'PageDown',
        help: 'lessonNext',
        leaves: ['overlay'],
        act: () => now.current.forward(),
      },
      { key: 'PageUp', help: 'lessonBack', leaves: ['overlay'], act: () => now.current.back() },
      { key: 'Escape', help: 'lessonLeave', leaves: ['overlay'], act: () => now.current.leave() },
    ],
    [keys],
  );
  useKeyBindings('room', bindings);
  return (
    <div className="lesson-go">
      {primary && (
        <button className="btn primary" disabled={reason !== null} onClick={primary.act}>
          {primary.word} <kbd>Enter</kbd>
        </button>
      )}
      {children}
      {step === count - 1 && <SaveResult />}
      {reason !== null && <span className="small lesson-reason">{reason}</span>}
      <span className="grow" />
      <span className="small" role="status">
        {say('lessons.step', { step: step + 1, count })}
      </span>
      <button className="btn" disabled={step === 0} onClick={back}>
        {say('lessons.back')} <kbd>PgUp</kbd>
      </button>
      <button className="btn" disabled={step === count - 1} onClick={forward}>
        {say('lessons.forward')} <kbd>PgDn</kbd>
      </button>
    </div>
  );
}

const NO_KEYS: readonly KeyBinding[] = [];
