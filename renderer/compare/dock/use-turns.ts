import { useEffect, useReducer } from 'react';
import { flushSync } from 'react-dom';
import type { LiveRun } from '../../live/types';
import { Pacer, type PacerHost } from './redraw-schedule';

/** Counts the dock's turns: grows while the run goes on, and once round when the shown moment or phase changes. */
export function useTurns(run: LiveRun | null): number {
  const [turns, advance] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const pacer = new Pacer(windowHost(() => flushSync(advance)));
    pacer.set(run?.store.getState().phase === 'running');
    const stop = run?.store.subscribe((now, before) => {
      if (now.phase !== before.phase) pacer.set(now.phase === 'running');
      else if (now.shownMs !== before.shownMs) pacer.changed();
    });
    return () => {
      pacer.stop();
      stop?.();
    };
  }, [run]);
  return turns;
}

function windowHost(turn: () => void): PacerHost {
  return {
    turn,
    nowMs: () => performance.now(),
    isHidden: () => document.hidden,
    after(delayMs, run) {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
    onNextFrame(run) {
      const frame = requestAnimationFrame(run);
      return () => cancelAnimationFrame(frame);
    },
  };
}
