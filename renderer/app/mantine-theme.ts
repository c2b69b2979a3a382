import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorScheme,
  type MantineColorSchemeManager,
} from '@mantine/core';
import type { StoreApi } from 'zustand/vanilla';
import type { Session } from '../session/session';

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

/** On a projector dark washes out: unless a theme was chosen, presenting is light. */
const schemeOf = ({
  theme,
  presenter,
}: Pick<Session, 'theme' | 'presenter'>): MantineColorScheme =>
  theme === 'system' ? (presenter ? 'light' : 'auto') : theme;

/** Lets Mantine follow the theme that the session keeps; nothing but the session changes it. */
export function themeManager(session: StoreApi<Session>): MantineColorSchemeManager {
  let stop = () => {};
  return {
    get: () => schemeOf(session.getState()),
    set: () => {},
    subscribe: (update) => {
      stop = session.subscribe((now, before) => {
        if (schemeOf(now) !== schemeOf(before)) update(schemeOf(now));
      });
    },
    unsubscribe: () => stop(),
    clear: () => {},
  };
}
