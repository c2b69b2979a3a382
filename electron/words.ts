import i18next from 'i18next';
import { en } from '../assets/words/en';

const words = i18next.createInstance();
void words.init({
  lng: 'en',
  resources: { en: { translation: en } },
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** The sentence behind a key of `assets/words`, with its gaps filled; arrays are joined line by line. */
export function say(key: string, gaps: Record<string, string | number> = {}): string {
  return words.t(key, { ...gaps, joinArrays: '\n' });
}

/** Whether there are words behind a key. */
export const hasWord = (key: string): boolean => words.exists(key);
