import { useEffect } from 'react';
import { pressOf } from '../ui/key-press';
import { stepOf, type Step } from './chart/drag-surface';
import { client } from './worker/sweep-client';

/**
 * Arrows move the chosen value while nothing else has the focus, also when held down; Esc stops a
 * sweep that is under way before it means anything else.
 */
export function useOwnKeys(onStep: (step: Step) => void): void {
  useEffect(() => {
    const arrow = (event: KeyboardEvent): void => {
      const press = pressOf(event);
      const step = stepOf(press.key);
      if (event.defaultPrevented || press.command || press.alt || press.shift) return;
      if (step === undefined || press.target !== 'page') return;
      event.preventDefault();
      onStep(step);
    };
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || pressOf(event).target === 'overlay') return;
      if (client.store.getState().phase !== 'running') return;
      event.preventDefault();
      client.cancel();
    };
    window.addEventListener('keydown', arrow);
    window.addEventListener('keydown', escape, { capture: true });
    return () => {
      window.removeEventListener('keydown', arrow);
      window.removeEventListener('keydown', escape, { capture: true });
    };
  }, [onStep]);
}
