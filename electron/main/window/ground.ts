import { nativeTheme } from 'electron';

/** The ground colour of windows by theme, the token --ground: what is seen before a page is drawn. */
const GROUND = { light: '#edf0f1', dark: '#0d1316' } as const;

/** The ground colour of the theme that is shown now. */
export function ground(): string {
  return nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light;
}
