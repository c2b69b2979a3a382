import { createTheme, defaultVariantColorsResolver } from '@mantine/core';

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
