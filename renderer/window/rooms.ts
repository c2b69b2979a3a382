import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** The rooms there are, in the order of the rail. */
export const ROOMS = ['compare', 'server', 'what-if', 'runs'] as const;

export type Room = (typeof ROOMS)[number];

/** The digit that shows a room together with Ctrl. */
export const ROOM_DIGIT: Readonly<Record<Room, number>> = {
  compare: 1,
  server: 2,
  'what-if': 3,
  runs: 5,
};

interface RoomState {
  room: Room;
  /** Leaves the room that is shown and shows this one. */
  go: (room: Room) => void;
  /** Rooms in which something goes on even while they are not shown. */
  busy: readonly Room[];
  setBusy: (room: Room, busy: boolean) => void;
}

/** Which room is shown; the window begins in Compare. */
export const rooms = createStore<RoomState>()((set) => ({
  room: 'compare',
  go: (room) => set({ room }),
  busy: [],
  setBusy: (room, busy) =>
    set((now) => {
      const others = now.busy.filter((other) => other !== room);
      return { busy: busy ? [...others, room] : others };
    }),
}));

/** A part of the rooms' state, for React. */
export function useRoom<T>(select: (state: RoomState) => T): T {
  return useStore(rooms, select);
}
