import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { messageOf } from '../../../model/message-of';
import { say, spokenLanguage } from '../../ui/words';
import { rooms } from '../../window/rooms';
import { tell } from '../../window/said';
import { loadLessons, loadOwn, openLesson } from '../state/lessons-store';

/** What is being packed or unpacked; null while nothing is. */
export interface Packing {
  name: string;
  /** Share that is done, 0 to 1; null where it is not told. */
  share: number | null;
}

const packing = createStore<{ now: Packing | null }>()(() => ({ now: null }));

/** What is being packed or unpacked, for React. */
export const usePacking = (): Packing | null => useStore(packing, ({ now }) => now);

window.bufferscope.on('lessons:packed', ({ share }) => {
  const { now } = packing.getState();
  if (now) packing.setState({ now: { ...now, share } });
});

/** Says a sentence where a request fails. */
async function orSay(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    tell(messageOf(error));
  }
}

const request: typeof window.bufferscope.request = (...asked) =>
  window.bufferscope.request(...asked);

/** Asks for the folder of a person's own lessons. */
export const chooseFolder = (): Promise<void> =>
  orSay(async () => {
    if (await request('lessons:choose-folder')) await loadOwn(spokenLanguage());
  });

/** Lets go of the folder; nothing in it is touched. */
export const leaveFolder = (): Promise<void> => orSay(() => request('lessons:leave-folder'));

/** Writes a commented template into the folder. */
export const writeNew = (kind: 'lesson' | 'scenario'): Promise<void> =>
  orSay(async () => {
    const file = await request('lessons:new', { kind, language: spokenLanguage() });
    tell(say('ownLessons.written', { file }));
    await loadOwn(spokenLanguage());
  });

/** Shows a file of the folder where the system shows files. */
export const showFile = (file: string): Promise<void> =>
  orSay(() => request('lessons:show-file', { file }));

/** Asks where to, then writes a lesson with its media into one file. */
export const packLesson = (id: string, name: string): Promise<void> =>
  orSay(async () => {
    packing.setState({ now: { name, share: null } });
    try {
      const path = await request('lessons:pack', { id });
      if (path !== null) tell(say('ownLessons.packedTo', { path }));
    } finally {
      packing.setState({ now: null });
    }
  });

/** Stops what is being packed or unpacked. */
export const stopPacking = (): Promise<void> => orSay(() => request('lessons:stop-packing'));

/** Asks for a lesson with its media, and opens it. */
export const choosePacked = (): Promise<void> =>
  orSay(async () => {
    const path = await request('lessons:choose-packed');
    if (path !== null) await openPacked(path);
  });

/** Opens a lesson with its media: it is unpacked, stays here, and is shown. */
export const openPacked = (path: string): Promise<void> =>
  orSay(async () => {
    rooms.getState().go('lessons');
    packing.setState({ now: { name: path.replace(/^.*[\\/]/, ''), share: null } });
    try {
      const id = await request('lessons:open-packed', { path });
      await loadLessons(spokenLanguage());
      if (id !== null) openLesson(id);
    } finally {
      packing.setState({ now: null });
    }
  });

/** Removes what was unpacked of a lesson; the file that it came from stays. */
export const removePacked = (id: string): Promise<void> =>
  orSay(() => request('lessons:remove-packed', { id }));
