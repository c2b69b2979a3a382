import { preferences } from './preferences';

/** Dark where it is drawn light, whether that was chosen or is the system's, and the other way round. */
export function toggleTheme(): void {
  preferences.getState().setTheme(shownTheme() === 'dark' ? 'light' : 'dark');
}

/** The theme in which the page is drawn. */
export const shownTheme = (): 'light' | 'dark' =>
  document.documentElement.dataset.mantineColorScheme === 'dark' ? 'dark' : 'light';
