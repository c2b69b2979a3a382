import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { RunPhase } from '../../../model/run/run-view';
import { useRunner } from '../state/lesson-runner';

const none = createStore<{ phase: RunPhase }>(() => ({ phase: 'preparing' }));

/** How far the lesson's run is; "preparing" while there is none. */
export function useRunPhase(): RunPhase {
  const run = useRunner((s) => s.run);
  return useStore(run?.store ?? none, ({ phase }: { phase: RunPhase }) => phase);
}
