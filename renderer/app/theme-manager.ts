import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';
import { preferences } from '../session/preferences';
import { panels } from '../window/panels';

/** On a projector dark washes out: unless a theme was chosen, presenting is light. */
function currentScheme(): MantineColorScheme {
  const { theme } = preferences.getState();
  if (theme !== 'system') return theme;
  return panels.getState().presenter ? 'light' : 'auto';
}

/** Lets Mantine follow the theme that the preferences keep; nothing else changes it. */
export function themeManager(): MantineColorSchemeManager {
  let stops: (() => void)[] = [];
  return {
    get: currentScheme,
    set: () => {},
    subscribe(update) {
      let shown = currentScheme();
      const follow = (): void => {
        const now = currentScheme();
        if (now !== shown) update((shown = now));
      };
      stops = [preferences.subscribe(follow), panels.subscribe(follow)];
    },
    unsubscribe() {
      for (const stop of stops) stop();
    },
    clear: () => {},
  };
}
