import { useStore } from 'zustand';
import { SweepClient, type SweepState } from './sweep-client';

/** The one worker of the room, begun with the first request and ended when the room is left. */
export const client = new SweepClient(
  () => new Worker(new URL('./sweep-worker.ts', import.meta.url), { type: 'module' }),
);

/** A part of what the worker has said, for React. */
export function useSweep<T>(select: (state: SweepState) => T): T {
  return useStore(client.store, select);
}
