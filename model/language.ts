/** The languages there are words in, each by the name that its own speakers give it. */
export const LANGUAGES = ['en', 'ko', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** English, longer and accented: shows where a text does not fit, or is no word of a catalogue. For tests alone. */
export const PSEUDO = 'en-XA';
export type SpokenLanguage = Language | typeof PSEUDO;

/** What a person may choose: one of the languages, or that of the system. */
export const LANGUAGE_CHOICES = ['system', ...LANGUAGES] as const;
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number];

/** The tag that an element's `lang` has: for Han shapes "zh" alone may be taken for the traditional ones. */
export const LANGUAGE_TAG: Readonly<Record<SpokenLanguage, string>> = {
  en: 'en',
  ko: 'ko',
  zh: 'zh-CN',
  [PSEUDO]: PSEUDO,
};

export const isLanguage = (text: unknown): text is Language =>
  LANGUAGES.some((language) => language === text);

/** The first of a person's languages, BCP 47 tags or the names of a POSIX locale, that there are words in, else English. */
export function firstLanguage(tags: readonly string[]): Language {
  const known = tags.map((tag) => tag.toLowerCase().split(/[-_.@]/)[0]).find(isLanguage);
  return known ?? 'en';
}

/** One text a language, by its tag. */
export type Texts = Record<string, string>;

/** A text that is there in several languages, in one of them or else in its first; with the language that it is in. */
export function textIn(
  texts: Readonly<Texts>,
  language: string,
): { text: string; language: string } {
  const all = Object.entries(texts);
  const own =
    all.find(([tag]) => tag === language) ??
    all.find(([tag]) => tag.split('-', 1)[0] === language) ??
    all[0];
  return own ? { text: own[1], language: own[0] } : { text: '', language };
}
