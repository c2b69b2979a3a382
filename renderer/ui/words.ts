import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from '../../assets/words/en';

/** The window's words; a second language is one more folder in assets/words. */
export const words = i18next.createInstance();
void words.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** The sentence behind a key of `assets/words`, with its gaps filled. */
export function say(key: string, gaps: Record<string, string | number> = {}): string {
  return words.t(key, gaps);
}

/** "Buffering and streaming", in the window's language. */
export function sayList(items: readonly string[]): string {
  return new Intl.ListFormat(words.language, { type: 'conjunction' }).format(items);
}
