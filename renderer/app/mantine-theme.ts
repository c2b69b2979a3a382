import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorScheme,
  type MantineColorSchemeManager,
} from '@mantine/core';
import type { StoreApi } from 'zustand/vanilla';
import type { Session, Theme } from '../compare/session';

/** Mantine in our clothes: sizes and colours come from styles/mantine.css. */
export const mantineTheme = createTheme({
  focusRing: 'auto',
  respectReducedMotion: true,
  defaultRadius: 'sm',
  /** A filled control is ink with the surface's colour on it, whatever the theme. */
  variantColorResolver: (input) => {
    const colours = defaultVariantColorsResolver(input);
    return input.variant === 'filled' ? { ...colours, color: 'var(--surface)' } : colours;
  },
});

const toScheme = (theme: Theme): MantineColorScheme => (theme === 'system' ? 'auto' : theme);

/** Lets Mantine follow the theme that the session keeps. */
export function themeManager(session: StoreApi<Session>): MantineColorSchemeManager {
  let stop = () => {};
  return {
    get: () => toScheme(session.getState().theme),
    set: (scheme) => session.getState().setTheme(scheme === 'auto' ? 'system' : scheme),
    subscribe: (update) => {
      stop = session.subscribe((now, before) => {
        if (now.theme !== before.theme) update(toScheme(now.theme));
      });
    },
    unsubscribe: () => stop(),
    clear: () => session.getState().setTheme('system'),
  };
}
