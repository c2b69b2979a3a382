import { initReactI18next, useTranslation } from 'react-i18next';
import { newWords } from '../../assets/words/words';
import { LANGUAGE_TAG, textIn, type SpokenLanguage, type Texts } from '../../model/language';

const own = newWords(initReactI18next);

/** The words of this window as i18next has them. */
export const words = own.i18n;

/** The sentence behind a key of `assets/words`, with its gaps filled; "Buffering and streaming"; both in another. */
export const { say, sayList, inLanguage, inAllLanguages } = own;

/** The language that is spoken. */
export const spokenLanguage = own.language;

/** A text of a log in the language that is spoken: of the texts it has, else the one that it has by itself. */
export const textOf = (texts: Readonly<Texts> | undefined, text = ''): string =>
  texts ? textIn(texts, own.language()).text : text;

/** Speaks this language from now on; the page says that it is in it. */
export function speak(language: SpokenLanguage): void {
  if (typeof document !== 'undefined') document.documentElement.lang = LANGUAGE_TAG[language];
  own.speak(language);
}

/** The language that is spoken, for React: whoever remembers what it has drawn draws anew when it changes. */
export function useLanguage(): SpokenLanguage {
  useTranslation();
  return own.language();
}
