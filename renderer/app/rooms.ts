import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** The rooms there are, in the order of the rail and of their keys, Ctrl+1 on. */
export const ROOMS = ['compare', 'server', 'what-if'] as const;
export type Room = (typeof ROOMS)[number];

interface RoomState {
  room: Room;
  /** Leaves the room that is shown and shows this one. */
  go: (room: Room) => void;
}

/** Which room is shown; the window begins in Compare. */
export const rooms = createStore<RoomState>()((set) => ({
  room: 'compare',
  go: (room) => set({ room }),
}));

/** A part of the rooms' state, for React. */
export function useRoom<T>(select: (state: RoomState) => T): T {
  return useStore(rooms, select);
}
