import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

interface CameraLight {
  /** What is being captured at this moment, by name; null while no track is live. */
  on: string | null;
}

/** Whether a camera is on, for the light that says so; only `openCapture` sets it. */
export const activeCaptures = createStore<CameraLight>()(() => ({ on: null }));

/** The name of what is being captured, for React; null when nothing is. */
export function useActiveCapture(): string | null {
  return useStore(activeCaptures, ({ on }) => on);
}
