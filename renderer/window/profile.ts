import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { HideableControl, Profile } from '../../model/profile/schema';

interface ProfileState {
  /** What is hidden for a class; null when nothing is, or no longer. */
  profile: Profile | null;
}

/** What a teacher hides for a class, for as long as the window is there. */
export const profiles = createStore<ProfileState>()(() => ({ profile: null }));

/** Everything is shown from now on. */
export const showAll = (): void => profiles.setState({ profile: null });

/** Whether a room or a control is hidden now. */
export const isHidden = (name: string): boolean => hides(profiles.getState(), name);

/** The same of a control, for React. */
export const useHidden = (control: HideableControl): boolean =>
  useStore(profiles, (state) => hides(state, control));

/** What is hidden, for React; null when nothing is. */
export const useProfile = (): Profile | null => useStore(profiles, ({ profile }) => profile);

function hides({ profile }: ProfileState, name: string): boolean {
  return profile !== null && [...profile.rooms, ...profile.controls].some((each) => each === name);
}
