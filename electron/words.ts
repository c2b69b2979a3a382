import { newWords } from '../assets/words/words';
import { isLanguage, PSEUDO, type SpokenLanguage } from '../model/language';

const words = newWords();

/** The sentence behind a key of `assets/words`, with its gaps filled; arrays are joined line by line. */
export const { say, sayList, language, inLanguage } = words;

/** The name of the environment's variable that tells a process which language it is to speak. */
const TOLD = 'BUFFERSCOPE_SPEAKS';

/** Speaks this language from now on, and so does every process that is started from here. */
export function speak(next: SpokenLanguage): void {
  words.speak(next);
  process.env[TOLD] = next;
}

const told = process.env[TOLD];
if (isLanguage(told) || told === PSEUDO) words.speak(told);

/** Whether there are words behind a key. */
export const hasWord = (key: string): boolean => words.i18n.exists(key);
