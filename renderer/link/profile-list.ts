import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { RequestAnswer } from '../../electron/ipc/contract';

/** A profile that can be chosen: built in, or a person's own. */
export type Profile = RequestAnswer<'link:list'>[number];

/** The profiles as main listed them last. */
export const profiles = createStore<{ list: readonly Profile[] }>()(() => ({ list: [] }));

/** Asks main for the profiles there are now. */
export async function listProfiles(): Promise<void> {
  profiles.setState({ list: await window.bufferscope.request('link:list') });
}

/** The profiles as main listed them last, for React. */
export const useProfiles = (): readonly Profile[] => useStore(profiles, (s) => s.list);

/** The SPEC of a profile. */
export const profileText = (name: string): string => `profile:${name}`;
