import i18next, { type i18n, type Module } from 'i18next';
import { writeFiguresIn } from '../../model/figures';
import { PSEUDO, type Language, type SpokenLanguage } from '../../model/language';
import { en } from './en';
import { withPostpositions } from './josa';
import { ko } from './ko';
import { pseudoCatalogue, type Catalogue } from './pseudo';
import { zh } from './zh';

/** All words, by language. */
export const CATALOGUES: Readonly<Record<SpokenLanguage, Catalogue>> = {
  en,
  ko,
  zh,
  get [PSEUDO]() {
    return pseudoCatalogue(en);
  },
};

/** Values of a sentence by the names of its places. */
export type Gaps = Record<string, string | number>;

/** The words of a process, in one language at a time. */
export interface Words {
  i18n: i18n;
  language: () => SpokenLanguage;
  /** Speaks this language from now on, figures included. */
  speak: (language: SpokenLanguage) => void;
  /** What is made while another language is spoken. */
  inLanguage: <T>(language: SpokenLanguage, make: () => T) => T;
  /** What is made in each language there is, English first. */
  inAllLanguages: (make: () => string) => Record<Language, string>;
  /** The sentence behind a key; lists of lines are joined. */
  say: (key: string, gaps?: Gaps) => string;
  /** "Buffering and streaming". */
  sayList: (items: readonly string[]) => string;
}

/** Words that speak English until they are told another language; `plugins` go into i18next first. */
export function newWords(...plugins: Module[]): Words {
  const words = i18next.createInstance();
  const postpositions: Module & { name: string; process: typeof spoken } = {
    type: 'postProcessor',
    name: 'postpositions',
    process: spoken,
  };
  for (const plugin of [postpositions, ...plugins]) words.use(plugin);
  void words.init({
    lng: 'en',
    fallbackLng: 'en',
    resources: Object.fromEntries(
      (['en', 'ko', 'zh'] as const).map((name) => [name, { translation: CATALOGUES[name] }]),
    ),
    postProcess: ['postpositions'],
    joinArrays: '\n',
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  let language: SpokenLanguage = 'en';
  const set = (next: SpokenLanguage): void => {
    language = next;
    writeFiguresIn(next);
  };
  const inLanguage: Words['inLanguage'] = (other, make) => {
    const before = language;
    set(other);
    try {
      return make();
    } finally {
      set(before);
    }
  };
  return {
    i18n: words,
    language: () => language,
    inLanguage,
    inAllLanguages: (make) => ({
      en: inLanguage('en', make),
      ko: inLanguage('ko', make),
      zh: inLanguage('zh', make),
    }),
    speak(next) {
      if (next === PSEUDO && !words.hasResourceBundle(next, 'translation')) {
        words.addResourceBundle(next, 'translation', CATALOGUES[next]);
      }
      set(next);
      void words.changeLanguage(next);
    },
    say: (key, gaps = {}) => words.t(key, { ...gaps, lng: language }),
    sayList: (items) => new Intl.ListFormat(language, { type: 'conjunction' }).format(items),
  };
}

/** Only Korean writes pairs of postpositions. */
const spoken = (text: string): string => (text.includes('[[') ? withPostpositions(text) : text);
