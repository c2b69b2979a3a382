import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { LanguageChoice } from '../../model/language';
import type { Preferences } from '../../electron/ipc/contract';

/** Light, dark or what the system says. */
export type Theme = Preferences['theme'];

/** What this user has chosen for good: main keeps it in a file. */
export interface PreferencesState {
  theme: Theme;
  language: LanguageChoice;
  /** [0, 1] */
  volume: number;
  muted: boolean;
  /** What the model predicts is shown behind what is measured. */
  predicted: boolean;
  /** Takes what main has kept; a headless run's silence, asked for before, stays. */
  load: (kept: Preferences) => void;
  setTheme: (theme: Theme) => void;
  /** Main says to every window which language that is. */
  setLanguage: (language: LanguageChoice) => void;
  setVolume: (volume: number, muted: boolean) => void;
  setPredicted: (predicted: boolean) => void;
}

const remember = (change: Partial<Preferences>): void =>
  void window.bufferscope.request('preferences:set', change);

/** The preferences of this window. */
export const preferences = createStore<PreferencesState>()((set, get) => ({
  theme: 'system',
  language: 'system',
  volume: 0.6,
  muted: false,
  predicted: false,
  load: ({ theme, language, volume, muted, predicted }) =>
    set({ theme, language, volume, predicted, muted: muted || get().muted }),
  setTheme(theme) {
    if (theme === get().theme) return;
    set({ theme });
    remember({ theme });
  },
  setLanguage(language) {
    set({ language });
    remember({ language });
  },
  setVolume(volume, muted) {
    set({ volume, muted });
    remember({ volume, muted });
  },
  setPredicted(predicted) {
    set({ predicted });
    remember({ predicted });
  },
}));

/** A preference, for React. */
export function usePreference<T>(select: (state: PreferencesState) => T): T {
  return useStore(preferences, select);
}
