import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** The rooms there are, in the order of the rail. */
export const ROOMS = ['compare', 'server', 'what-if', 'lessons', 'runs', 'video'] as const;

/** Pages that are no rooms: Help leads to them, and one leaves them for the room that was there. */
export const HELP_PAGES = ['check', 'about'] as const;
type HelpPage = (typeof HELP_PAGES)[number];

export type Room = (typeof ROOMS)[number] | HelpPage;

/** The digit that shows a room together with Ctrl. */
export const ROOM_DIGIT: Readonly<Record<(typeof ROOMS)[number], number>> = {
  compare: 1,
  server: 2,
  'what-if': 3,
  lessons: 4,
  runs: 5,
  video: 6,
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

/** Which room was shown before the page of Help that is. */
let left: Room = 'compare';
rooms.subscribe((now, before) => {
  if (isHelpPage(now.room) && !isHelpPage(before.room)) left = before.room;
});

const isHelpPage = (room: Room): boolean => HELP_PAGES.some((page) => page === room);

/** Goes from a page of Help back to the room that was shown. */
export const leaveHelpPage = (): void => rooms.getState().go(left);

/** A part of the rooms' state, for React. */
export function useRoom<T>(select: (state: RoomState) => T): T {
  return useStore(rooms, select);
}
