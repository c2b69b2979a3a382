import { useMemo } from 'react';
import { useKeyBindings, type KeyBinding } from '../ui/key-bindings';
import { STEP_KEYS, type Step } from './chart/drag-surface';
import { client } from './worker/sweep-client';

interface RoomActions {
  step: (by: Step) => void;
  attempt: () => void;
  save: () => void;
}

/** The room's keys: arrows move the chosen value while nothing else has the focus. */
export function useOwnKeys({ step, attempt, save }: RoomActions): void {
  const bindings = useMemo(
    (): readonly KeyBinding[] => [
      ...Object.entries(STEP_KEYS).map(([key, by]) => ({
        key,
        ...(['ArrowLeft', 'ArrowRight'].includes(key) && { help: 'value' }),
        leaves: ['typing', 'overlay', 'button', 'choice'] as const,
        repeats: true,
        act: () => step(by),
      })),
      {
        key: 'Enter',
        help: 'tryInCompare',
        leaves: ['typing', 'overlay', 'button', 'choice'],
        act: attempt,
      },
      { key: 'e', help: 'exportData', act: save },
      {
        key: 'Escape',
        shift: 'any',
        help: 'stopSweep',
        leaves: ['overlay'],
        when: () => client.store.getState().phase === 'running',
        act: () => client.cancel(),
      },
    ],
    [step, attempt, save],
  );
  useKeyBindings('room', bindings);
}
