import { Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { MediaProgress } from '../../model/media/types';
import { Notice } from '../ui/notice';
import { say } from '../ui/words';
import { session, useSession } from '../session/session';
import { progressWords } from './source-words';

/** What opens at once is not announced, ms. */
const QUIET_MS = 400;
const TICK_MS = 200;

/** While a file is opened or prepared: which step, how far, how long still, and a way to stop it. */
export function OpeningPanel() {
  const opening = useSession((s) => s.opening);
  const cancel = (): void => void session.getState().cancelOpening();
  return opening ? <Opening key={opening.name} {...{ opening, cancel }} /> : null;
}

/** How far one opening is, for whoever opens it. */
export function Opening({ opening, cancel }: { opening: MediaProgress; cancel: () => void }) {
  const elapsedMs = useElapsed();
  if (elapsedMs < QUIET_MS) return null;
  const { step, name, fraction } = opening;
  const { percent, time } = progressWords(opening, elapsedMs / 1000);
  const words = say(`source.steps.${step}`, { name });
  return (
    <Notice
      label={words}
      title={<span role="status">{words}</span>}
      ways={
        <>
          <span className="small">{[percent, time].filter(Boolean).join(', ')}</span>
          <button className="btn" onClick={cancel}>
            {say('source.cancel')}
          </button>
        </>
      }
    >
      {fraction !== null && (
        <Progress value={fraction * 100} size={6} aria-label={words} transitionDuration={0} />
      )}
    </Notice>
  );
}

/** Milliseconds since the component appeared. */
function useElapsed(): number {
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    const began = performance.now();
    const timer = setInterval(() => setElapsed(performance.now() - began), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return elapsed;
}
